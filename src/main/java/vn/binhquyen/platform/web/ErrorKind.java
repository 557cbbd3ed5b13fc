package vn.binhquyen.platform.web;

/** The kinds of error pages; each has its sentences in the messages, {@code error.<name>} and {@code error.<name>.help}. */
enum ErrorKind {
    absent("search"),
    forbidden("lock"),
    conflict("alert-triangle"),
    large("paperclip"),
    session("key"),
    stale("refresh"),
    failure("alert-triangle");

    private final String icon;

    ErrorKind(String icon) {
        this.icon = icon;
    }

    /** A symbol of the sprite. */
    public String icon() {
        return icon;
    }

    static ErrorKind of(int status) {
        return switch (status) {
            case 400, 404, 405 -> absent;
            case 401 -> session;
            case 403 -> forbidden;
            case 409 -> conflict;
            case 412 -> stale;
            case 413 -> large;
            default -> failure;
        };
    }
}
