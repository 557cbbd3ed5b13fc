package vn.binhquyen.intake;

import vn.binhquyen.intake.text.CannotRead;
import vn.binhquyen.intake.text.TextReaders;

/** Text of a document that a test made itself and that has to be readable. */
final class Readers {
    private Readers() {}

    static DocumentText read(String name, byte[] content) {
        try {
            return TextReaders.read(name, content);
        } catch (CannotRead e) {
            throw new AssertionError(name, e);
        }
    }
}
