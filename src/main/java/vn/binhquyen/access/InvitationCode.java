package vn.binhquyen.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A code of 26 letters and figures, 130 random bits, that can be read aloud and typed: without letters that look like
 * others. Only its digest is kept.
 */
record InvitationCode(String symbols) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationCode random() {
        return new InvitationCode(IntStream.range(0, LENGTH)
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining()));
    }

    /** As somebody typed it: in small letters, with or without dashes, O for 0, I or L for 1. */
    static InvitationCode typed(String words) {
        return new InvitationCode(words.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(symbols.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In groups of four. */
    String shown() {
        return IntStream.iterate(0, at -> at < symbols.length(), at -> at + GROUP)
                .mapToObj(at -> symbols.substring(at, Math.min(at + GROUP, symbols.length())))
                .collect(Collectors.joining("-"));
    }

    @Override
    public String toString() {
        return "InvitationCode";
    }
}
