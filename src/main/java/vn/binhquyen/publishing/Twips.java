package vn.binhquyen.publishing;

import java.math.BigInteger;

/** Word's unit of length: a twentieth of a point. */
final class Twips {
    private Twips() {}

    /** Rounded up, so that no margin falls short of what is prescribed. */
    static BigInteger of(double millimetres) {
        return BigInteger.valueOf((long) Math.ceil(millimetres * 1440 / 25.4));
    }

    static BigInteger ofPoints(double points) {
        return BigInteger.valueOf(Math.round(points * 20));
    }
}
