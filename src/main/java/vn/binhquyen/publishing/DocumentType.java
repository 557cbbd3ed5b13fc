package vn.binhquyen.publishing;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of administrative document (Decree 30/2020/NĐ-CP, Article 7) with the abbreviations of its Appendix III.
 * Official letters and open letters have none.
 */
public enum DocumentType {
    NGHI_QUYET("Nghị quyết", "NQ"),
    QUYET_DINH("Quyết định", "QĐ"),
    CHI_THI("Chỉ thị", "CT"),
    QUY_CHE("Quy chế", "QC"),
    QUY_DINH("Quy định", "QyĐ"),
    THONG_CAO("Thông cáo", "TC"),
    THONG_BAO("Thông báo", "TB"),
    HUONG_DAN("Hướng dẫn", "HD"),
    CHUONG_TRINH("Chương trình", "CTr"),
    KE_HOACH("Kế hoạch", "KH"),
    PHUONG_AN("Phương án", "PA"),
    DE_AN("Đề án", "ĐA"),
    DU_AN("Dự án", "DA"),
    BAO_CAO("Báo cáo", "BC"),
    BIEN_BAN("Biên bản", "BB"),
    TO_TRINH("Tờ trình", "TTr"),
    HOP_DONG("Hợp đồng", "HĐ"),
    CONG_VAN("Công văn", null),
    CONG_DIEN("Công điện", "CĐ"),
    BAN_GHI_NHO("Bản ghi nhớ", "BGN"),
    BAN_THOA_THUAN("Bản thỏa thuận", "BTT"),
    GIAY_UY_QUYEN("Giấy ủy quyền", "GUQ"),
    GIAY_MOI("Giấy mời", "GM"),
    GIAY_GIOI_THIEU("Giấy giới thiệu", "GGT"),
    GIAY_NGHI_PHEP("Giấy nghỉ phép", "GNP"),
    PHIEU_GUI("Phiếu gửi", "PG"),
    PHIEU_CHUYEN("Phiếu chuyển", "PC"),
    PHIEU_BAO("Phiếu báo", "PB"),
    THU_CONG("Thư công", null);

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private final String vietnameseName;
    private final @Nullable String abbreviation;

    DocumentType(String vietnameseName, @Nullable String abbreviation) {
        this.vietnameseName = vietnameseName;
        this.abbreviation = abbreviation;
    }

    /** As in running text: "Kế hoạch". */
    public String vietnameseName() {
        return vietnameseName;
    }

    public Optional<String> abbreviation() {
        return Optional.ofNullable(abbreviation);
    }

    /** The symbol after the number's slash: {@code KE_HOACH.symbolOf("UBND")} is "KH-UBND". */
    public String symbolOf(String agencyAbbreviation) {
        return abbreviation().map(own -> own + "-" + agencyAbbreviation).orElse(agencyAbbreviation);
    }

    /** As printed above the subject: "KẾ HOẠCH". */
    String heading() {
        return vietnameseName.toUpperCase(VIETNAMESE);
    }

    /** Official letters carry their subject as "V/v …" under the number instead of a name and title. */
    boolean titled() {
        return this != CONG_VAN;
    }
}
