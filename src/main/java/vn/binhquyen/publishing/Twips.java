package vn.binhquyen.publishing;

import java.math.BigInteger;

/** Word's unit of length: a twentieth of a point. */
final class Twips {
    private Twips() {}

    static BigInteger of(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
    }

    static BigInteger ofPoints(double points) {
        return BigInteger.valueOf(Math.round(points * 20));
    }
}
