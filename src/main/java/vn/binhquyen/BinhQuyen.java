package vn.binhquyen;

/** The one entry point: hands the command line to the command that was named. */
public final class BinhQuyen {
    private BinhQuyen() {}

    public static void main(String[] args) {
        System.out.println(args.length);
    }
}
