package vn.binhquyen.intake;

import java.util.Arrays;
import java.util.Optional;
import vn.binhquyen.kernel.VietnameseText;

/** The kinds of document that are issued or cited, with their names and the abbreviations of Nghị định 30/2020/NĐ-CP. */
public enum DocumentType {
    HIEN_PHAP("Hiến pháp", "", "constitution"),
    BO_LUAT("Bộ luật", "", "code"),
    LUAT("Luật", "", "law"),
    PHAP_LENH("Pháp lệnh", "", "ordinance"),
    NGHI_DINH("Nghị định", "NĐ", "decree"),
    NGHI_QUYET("Nghị quyết", "NQ", "resolution"),
    THONG_TU_LIEN_TICH("Thông tư liên tịch", "TTLT", "joint circular"),
    THONG_TU("Thông tư", "TT", "circular"),
    QUYET_DINH("Quyết định", "QĐ", "decision"),
    CHI_THI("Chỉ thị", "CT", "directive"),
    KET_LUAN("Kết luận", "KL", "conclusion"),
    KE_HOACH("Kế hoạch", "KH", "plan"),
    CHUONG_TRINH("Chương trình", "CTr", "programme"),
    DE_AN("Đề án", "ĐA", "project"),
    HUONG_DAN("Hướng dẫn", "HD", "guidance"),
    THONG_BAO("Thông báo", "TB", "notice"),
    BAO_CAO("Báo cáo", "BC", "report"),
    BIEN_BAN("Biên bản", "BB", "minutes"),
    TO_TRINH("Tờ trình", "TTr", "submission"),
    GIAY_MOI("Giấy mời", "GM", "invitation"),
    QUY_CHE("Quy chế", "QC", "regulation"),
    CONG_VAN("Công văn", "", "official letter"),
    CONG_DIEN("Công điện", "CĐ", "telegram"),
    HOP_DONG("Hợp đồng", "HĐ", "contract");

    private final String vietnamese;
    private final String abbreviation;
    private final String english;
    private final String folded;

    DocumentType(String vietnamese, String abbreviation, String english) {
        this.vietnamese = vietnamese;
        this.abbreviation = abbreviation;
        this.english = english;
        this.folded = VietnameseText.fold(vietnamese) + " ";
    }

    public String vietnamese() {
        return vietnamese;
    }

    /** As in a document's symbol ("KH" in 12/KH-UBND); empty where the kind has none. */
    public String abbreviation() {
        return abbreviation;
    }

    public String english() {
        return english;
    }

    /** The kind whose name the heading is or begins with, whatever its case and accents. */
    public static Optional<DocumentType> ofHeading(String heading) {
        String words = VietnameseText.fold(VietnameseText.squeeze(heading)) + " ";
        return Arrays.stream(values())
                .filter(type -> words.startsWith(type.folded))
                .findFirst();
    }
}
