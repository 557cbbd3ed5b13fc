package vn.binhquyen.platform.web;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Where somebody works, said once: "Phòng Kinh tế · xã Thượng Sơn", but "UBND xã Thượng Sơn". */
@Component("workplace")
class Workplace {
    public String of(String agency, String unit) {
        return small(agency).contains(small(unit)) ? agency : agency + " · " + unit;
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
