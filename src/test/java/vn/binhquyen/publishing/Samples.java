package vn.binhquyen.publishing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.publishing.Block.Align;
import vn.binhquyen.publishing.Block.Bullet;
import vn.binhquyen.publishing.Block.Column;
import vn.binhquyen.publishing.Block.Heading;
import vn.binhquyen.publishing.Block.Level;
import vn.binhquyen.publishing.Block.Paragraph;
import vn.binhquyen.publishing.Block.Row;
import vn.binhquyen.publishing.Block.Table;

/** Documents of an invented commune, as its office would write them. */
final class Samples {
    private Samples() {}

    static OfficialDocument.Builder plan() {
        return OfficialDocument.of(
                        DocumentType.KE_HOACH, "Thực hiện công tác bình đẳng giới trên địa bàn xã Suối Lụa năm 2027")
                .issuedBy(null, "Ủy ban nhân dân xã Suối Lụa")
                .symbol("KH-UBND")
                .at("Suối Lụa", IssueDate.in(YearMonth.of(2027, 2)))
                .basedOn(List.of(
                        "Căn cứ Luật Bình đẳng giới",
                        "Căn cứ Kế hoạch số 214/KH-UBND ngày 08 tháng 01 năm 2027 của Ủy ban nhân dân tỉnh Vân Hải về"
                                + " công tác bình đẳng giới trên địa bàn tỉnh năm 2027;"))
                .opening("Ủy ban nhân dân xã Suối Lụa ban hành Kế hoạch thực hiện công tác bình đẳng giới trên địa bàn"
                        + " xã năm 2027 như sau:")
                .body(planBody())
                .signedBy(new Signature(
                        List.of("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"), "Đỗ Thị Vân Khuê"))
                .recipients(
                        List.of(
                                new Recipient("Sở Nội vụ tỉnh Vân Hải", "b/c"),
                                new Recipient("Thường trực Đảng ủy, Hội đồng nhân dân xã", "b/c"),
                                new Recipient("Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân xã"),
                                new Recipient("Các cơ quan, đơn vị, trường học trên địa bàn xã", "t/h")),
                        "VT, VHXH");
    }

    static OfficialDocument issuedPlan() {
        return plan().at("Suối Lụa", IssueDate.of(LocalDate.of(2027, 2, 5)))
                .issued(7)
                .build();
    }

    static OfficialDocument draftPlan() {
        return plan().build();
    }

    private static List<Block> planBody() {
        List<Block> body = new ArrayList<>(List.of(
                new Heading(Level.SECTION, "I.", "Mục đích, yêu cầu"),
                new Heading(Level.CLAUSE, "1.", "Mục đích"),
                new Paragraph(
                        "Nâng cao nhận thức, trách nhiệm của cán bộ, công chức và Nhân dân về bình đẳng giới; từng"
                                + " bước thu hẹp khoảng cách giới trong chính trị, kinh tế, lao động, giáo dục, y tế và"
                                + " gia đình."),
                new Heading(Level.CLAUSE, "2.", "Yêu cầu"),
                new Bullet("Các cơ quan, đơn vị lồng ghép nội dung bình đẳng giới vào kế hoạch công tác hằng năm."),
                new Bullet(
                        0,
                        List.of(
                                Run.plain("Số liệu được tách theo giới tính, gửi về "),
                                Run.bold("Phòng Văn hóa – Xã hội"),
                                Run.plain(" đúng thời hạn."))),
                new Heading(Level.SECTION, "II.", "Mục tiêu, chỉ tiêu"),
                new Heading(Level.CLAUSE, "1.", "Mục tiêu 1: Trong lĩnh vực chính trị"),
                new Bullet("Chỉ tiêu 1: Tỷ lệ nữ tham gia cấp ủy đạt từ 25% trở lên."),
                new Heading(Level.CLAUSE, "2.", "Mục tiêu 2: Trong lĩnh vực kinh tế, lao động"),
                new Heading(Level.SUBCLAUSE, "2.1.", "Việc làm"),
                new Bullet("Chỉ tiêu 1: Lao động nữ làm công hưởng lương đạt khoảng 50%, trong đó:"),
                Bullet.nested("Khu vực nông nghiệp: giảm tỷ trọng lao động nữ xuống dưới 30%;"),
                Bullet.nested("Khu vực dịch vụ: tăng ít nhất 2 điểm phần trăm so với năm 2026."),
                new Heading(Level.SECTION, "III.", "Nhiệm vụ, giải pháp")));
        for (int i = 1; i <= 6; i++) {
            body.add(new Heading(Level.CLAUSE, i + ".", "Nhóm nhiệm vụ thứ " + i));
            body.add(new Paragraph(
                    "Tổ chức các buổi truyền thông tại nhà văn hóa thôn, trường học và trên hệ thống truyền thanh"
                            + " cơ sở; biên soạn tài liệu dễ hiểu, phù hợp với phong tục của từng dân tộc; ưu tiên nhóm"
                            + " phụ nữ cao tuổi, phụ nữ khuyết tật và người dân ở các thôn xa trung tâm."));
            body.add(new Heading(Level.POINT, "a)", "Đơn vị chủ trì: Phòng Văn hóa – Xã hội;"));
            body.add(new Heading(Level.POINT, "b)", "Đơn vị phối hợp: Hội Liên hiệp Phụ nữ xã, Công an xã."));
        }
        body.add(new Heading(Level.SECTION, "IV.", "Tổ chức thực hiện"));
        body.add(new Paragraph("Các cơ quan, đơn vị báo cáo kết quả 6 tháng trước ngày 10 tháng 6 và cả năm trước ngày"
                + " 10 tháng 12 năm 2027 về Phòng Văn hóa – Xã hội để tổng hợp."));
        body.add(new Paragraph("Trên đây là Kế hoạch thực hiện công tác bình đẳng giới năm 2027; trong quá trình thực"
                + " hiện nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Ủy ban nhân dân xã để xem xét."));
        return List.copyOf(body);
    }

    static OfficialDocument report() {
        return OfficialDocument.of(
                        DocumentType.BAO_CAO, "Kết quả thực hiện công tác bình đẳng giới 6 tháng đầu năm 2027")
                .issuedBy("UBND tỉnh Vân Hải", "Sở Công tác Cộng đồng")
                .symbol("BC-SCTCĐ")
                .at("Vân Hải", IssueDate.of(LocalDate.of(2027, 6, 21)))
                .issued(128)
                .to(List.of("Ủy ban nhân dân tỉnh Vân Hải"))
                .opening("Thực hiện Kế hoạch số 214/KH-UBND ngày 08 tháng 01 năm 2027 của Ủy ban nhân dân tỉnh, Sở Công"
                        + " tác Cộng đồng báo cáo kết quả 6 tháng đầu năm 2027 như sau:")
                .body(List.of(
                        new Heading(Level.PART, "Phần I", "Kết quả thực hiện"),
                        new Heading(Level.SECTION, "I.", "Kết quả các chỉ tiêu"),
                        new Paragraph("Số liệu tính đến ngày 14 tháng 6 năm 2027."),
                        communes("Bảng 1. Cán bộ, công chức theo giới tính và đơn vị", 60),
                        new Paragraph("Nguồn: báo cáo của các xã, phường."),
                        new Heading(Level.PART, "Phần II", "Phương hướng 6 tháng cuối năm"),
                        new Paragraph("Tiếp tục đôn đốc các đơn vị còn chậm.\nHoàn thành việc tổng hợp trước ngày 14"
                                + " tháng 12 năm 2027./.")))
                .annexes(List.of(
                        new Annex("Biểu tổng hợp số liệu", true, List.of(communes(null, 45))),
                        new Annex("Danh sách mô hình", false, List.of(new Paragraph("Xã Suối Lụa: 02 mô hình.")))))
                .signedBy(new Signature(List.of("Giám đốc"), "Hoàng Bá Lữ"))
                .recipients(List.of(new Recipient("Như trên"), new Recipient("Lưu trữ tỉnh", "để biết")), "VT, BĐG")
                .build();
    }

    static Table communes(@Nullable String caption, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(Row.of(
                    String.valueOf(i), "Xã Bản Mới " + i, "1.2%02d".formatted(i), "6%02d".formatted(i), "49,8", ""));
        }
        rows.add(Row.strong("", "Cộng", "72.000", "36.000", "50,0", ""));
        return new Table(
                caption,
                List.of(
                        new Column("TT", 1, Align.CENTRE),
                        new Column("Đơn vị", 4, Align.LEFT),
                        new Column("Thực hiện", "Tổng số", 2, Align.RIGHT),
                        new Column("Thực hiện", "Trong đó: nữ", 2, Align.RIGHT),
                        new Column("Thực hiện", "Tỷ lệ (%)", 2, Align.RIGHT),
                        new Column("Ghi chú", 2, Align.LEFT)),
                rows);
    }

    static OfficialDocument letter() {
        return OfficialDocument.of(DocumentType.CONG_VAN, "gửi báo cáo 6 tháng về bình đẳng giới")
                .issuedBy(null, "Ủy ban nhân dân xã Suối Lụa")
                .symbol("UBND-VHXH")
                .at("Suối Lụa", IssueDate.of(LocalDate.of(2027, 5, 20)))
                .issued(96)
                .to(List.of("Công an xã", "Trạm Y tế xã", "Các trường học trên địa bàn xã"))
                .opening("Để kịp tổng hợp, Ủy ban nhân dân xã đề nghị các đơn vị gửi báo cáo trước ngày 10 tháng 6.")
                .signedBy(new Signature(List.of("TM. Ủy ban nhân dân", "Chủ tịch"), "Lý Văn Tạ"))
                .recipients(List.of(new Recipient("Như trên")), "VT, VHXH")
                .build();
    }
}
