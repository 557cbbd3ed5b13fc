package vn.binhquyen.platform;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.platform.demonstration.Demonstration;

/** Prepares an empty database once, whole or not at all: with the demonstration, or with a first administrator. */
@Component
public class FirstStart {
    private final Installation installation;
    private final Founding founding;
    private final Demonstration demonstration;
    private final TransactionTemplate transaction;

    FirstStart(
            Installation installation,
            Founding founding,
            Demonstration demonstration,
            TransactionTemplate transaction) {
        this.installation = installation;
        this.founding = founding;
        this.demonstration = demonstration;
        this.transaction = transaction;
    }

    public void prepare(boolean withDemonstration, PrintStream out) {
        if (!installation.isNew()) {
            if (installation.isDemonstration()) {
                sayHowToSignIn(out);
            }
            return;
        }
        if (withDemonstration) {
            out.println("Nạp dữ liệu minh họa / Loading the demonstration");
            transaction.executeWithoutResult(status -> {
                demonstration.tell();
                installation.begun(true);
            });
            sayHowToSignIn(out);
            return;
        }
        String password = randomPassword();
        transaction.executeWithoutResult(status -> {
            founding.foundWithCountry("quantri", password);
            installation.begun(false);
        });
        out.println("Tài khoản quản trị đầu tiên / First administrator: quantri   " + password);
        out.println("Mật khẩu chỉ hiện một lần / The password is shown only once.");
    }

    private static void sayHowToSignIn(PrintStream out) {
        out.println("""
            Dữ liệu minh họa: tỉnh Minh Hà, xã Thượng Sơn (đều không có thật). Mật khẩu của mọi tài khoản: %s
            Demonstration: the invented province Minh Hà. The password of every account: %s
              can-bo      cán bộ thường trực, xã    standing officer, commune
              lanh-dao    lãnh đạo xã               leader
              van-thu     văn thư xã                office clerk
              hoi-phu-nu  Hội Liên hiệp Phụ nữ xã   officer of an agency (also: cong-an, tram-y-te, kinh-te, truong-hoc)
              tinh        Sở Nội vụ                 consolidator, province
              quan-tri    quản trị                  administrator\
            """.formatted(Demonstration.PASSWORD, Demonstration.PASSWORD));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
