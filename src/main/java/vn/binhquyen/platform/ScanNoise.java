package vn.binhquyen.platform;

import java.util.Map;
import java.util.Random;

/** Spoils a text as a poor scan does: marks lost, digits taken for letters, lines run together, at a given rate. */
final class ScanNoise {
    private static final Map<Character, Character> TAKEN_FOR =
            Map.of('0', 'O', '1', 'l', '5', '6', '8', '3', 'ố', 'ô', 'ừ', 'ư', 'ế', 'ê', 'ộ', 'ô', 'ạ', 'a', '/', 'l');

    private final Random random;
    private final double rate;

    ScanNoise(long seed, double rate) {
        this.random = new Random(seed);
        this.rate = rate;
    }

    String of(String text) {
        var spoiled = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (random.nextDouble() >= rate) {
                spoiled.append(c);
            } else if (c == '\n') {
                spoiled.append(' ');
            } else if (TAKEN_FOR.containsKey(c)) {
                spoiled.append(TAKEN_FOR.get(c));
            } else if (Character.isLetter(c)) {
                spoiled.append(c);
            }
        }
        return spoiled.toString();
    }
}
