-- Dimensions belong to the unit that defined them and are kept in versions, as elements and indicators are; an option is a
-- part of its dimension. What is retired stays for the figures that have it and is no longer offered.
alter table breakdown_dimension
    add column unit_id    uuid references unit,
    add column note       text not null default '',
    add column verified   boolean not null default true,
    add column retired_on date,
    add column version    bigint not null default 0;
alter table breakdown_option add column retired_on date;
comment on column breakdown_dimension.unit_id is 'the unit that defined it and below which it may be used; null for the whole country';

-- The set to which an element belongs, as that of an indicator.
alter table data_element add column collection text not null default 'LOCAL';
update data_element
   set collection = indicator.collection
  from indicator
 where indicator.id = indicator_id;

-- Local indicators and what is counted for them belong to the unit in whose plan they stand.
update indicator
   set unit_id = plan_version.unit_id
  from plan_target
  join plan_indicator on plan_indicator.id = plan_target.indicator_id
  join plan_version on plan_version.plan_id = plan_indicator.plan_id
 where origin in (plan_target.id, plan_indicator.id);
update data_element
   set unit_id = indicator.unit_id
  from indicator
 where indicator.id = indicator_id;

insert into breakdown_dimension (code, place, name_vi, name_en, adds, verified, note) values
    ('ethnic-group', 8, 'Dân tộc (54 dân tộc)', 'Ethnic group (all 54)', 'GIVEN', true,
     'Tên theo danh mục các dân tộc Việt Nam (Quyết định 121-TCTK/PPCĐ năm 1979). Mã đặt theo tên, vì số thứ tự khác nhau giữa các danh mục đã ban hành.'),
    ('age-five-year', 9, 'Nhóm 5 tuổi', 'Five-year age group', 'ALL', true, ''),
    ('age-15', 10, 'Từ 15 tuổi trở lên', '15 and over', 'ALL', true, ''),
    ('age-child', 11, 'Trẻ em, người chưa thành niên, người thành niên', 'Children, minors, adults', 'ALL', true,
     'Trẻ em là người dưới 16 tuổi (Luật Trẻ em, Điều 1); người thành niên từ đủ 18 tuổi (Bộ luật Dân sự, Điều 20).'),
    ('age-40', 12, 'Dưới 40 tuổi', 'Under 40', 'ALL', true, ''),
    ('education', 13, 'Trình độ cao nhất', 'Highest level of education', 'ALL', false, 'Cách chia tạm dùng, chưa đối chiếu với danh mục đang có hiệu lực.'),
    ('occupation', 14, 'Nhóm nghề nghiệp', 'Occupation', 'ALL', false, 'Nhóm cấp 1 của danh mục nghề nghiệp, chưa đối chiếu với danh mục đang có hiệu lực.'),
    ('sector', 15, 'Khu vực kinh tế', 'Sector of the economy', 'ALL', true, ''),
    ('household', 16, 'Loại hộ gia đình', 'Type of household', 'ALL', true, ''),
    ('violence-act', 17, 'Hành vi bạo lực gia đình', 'Act of domestic violence', 'NEVER', false,
     'Mười sáu hành vi của Luật Phòng, chống bạo lực gia đình 2022, Điều 3 khoản 1, viết gọn. Một vụ có thể có nhiều hành vi; thứ tự các điểm n đến q chưa đối chiếu.'),
    ('violence-outside', 18, 'Bạo lực trên cơ sở giới ngoài gia đình', 'Gender-based violence outside the family', 'NEVER', false, ''),
    ('victim-group', 19, 'Nhóm người bị bạo lực', 'Group of victims', 'NEVER', true,
     'Ba nhóm của biểu báo cáo; nam giới từ 16 đến 59 tuổi không thuộc nhóm nào, nên các nhóm không cộng thành tổng số.'),
    ('protection', 20, 'Nhóm cần bảo vệ đặc biệt', 'Group in need of special protection', 'NEVER', false, 'Một người có thể thuộc nhiều nhóm.'),
    ('relationship', 21, 'Quan hệ với người gây bạo lực', 'Relationship to the person who did it', 'GIVEN', false, ''),
    ('receiver', 22, 'Nơi nhận tin báo', 'Place that received the report', 'NEVER', false, 'Cùng một vụ có thể được báo ở nhiều nơi.'),
    ('service', 23, 'Dịch vụ hỗ trợ cơ bản', 'Basic support service', 'NEVER', false, 'Một người có thể được hỗ trợ bằng nhiều dịch vụ.'),
    ('measure', 24, 'Biện pháp với người gây bạo lực', 'Measure against the person who did it', 'NEVER', true, 'Một vụ có thể áp dụng nhiều biện pháp.');

insert into breakdown_option (dimension, code, place, name_vi, name_en)
select 'ethnic-group', code, row_number() over (), name, name
  from (values
    ('kinh', 'Kinh'), ('tay', 'Tày'), ('thai', 'Thái'), ('muong', 'Mường'), ('khmer', 'Khmer'), ('hoa', 'Hoa'), ('nung', 'Nùng'),
    ('mong', 'Mông'), ('dao', 'Dao'), ('gia-rai', 'Gia Rai'), ('ede', 'Ê Đê'), ('ba-na', 'Ba Na'), ('san-chay', 'Sán Chay'),
    ('cham', 'Chăm'), ('co-ho', 'Cơ Ho'), ('xo-dang', 'Xơ Đăng'), ('san-diu', 'Sán Dìu'), ('hre', 'Hrê'), ('ra-glai', 'Ra Glai'),
    ('mnong', 'Mnông'), ('tho', 'Thổ'), ('xtieng', 'Xtiêng'), ('kho-mu', 'Khơ Mú'), ('bru-van-kieu', 'Bru Vân Kiều'),
    ('co-tu', 'Cơ Tu'), ('giay', 'Giáy'), ('ta-oi', 'Tà Ôi'), ('ma', 'Mạ'), ('gie-trieng', 'Gié Triêng'), ('co', 'Co'),
    ('cho-ro', 'Chơ Ro'), ('xinh-mun', 'Xinh Mun'), ('ha-nhi', 'Hà Nhì'), ('chu-ru', 'Chu Ru'), ('lao', 'Lào'), ('la-chi', 'La Chí'),
    ('khang', 'Kháng'), ('phu-la', 'Phù Lá'), ('la-hu', 'La Hủ'), ('la-ha', 'La Ha'), ('pa-then', 'Pà Thẻn'), ('lu', 'Lự'),
    ('ngai', 'Ngái'), ('chut', 'Chứt'), ('lo-lo', 'Lô Lô'), ('mang', 'Mảng'), ('co-lao', 'Cơ Lao'), ('bo-y', 'Bố Y'), ('cong', 'Cống'),
    ('si-la', 'Si La'), ('pu-peo', 'Pu Péo'), ('ro-mam', 'Rơ Măm'), ('brau', 'Brâu'), ('o-du', 'Ơ Đu')
  ) named (code, name);

insert into breakdown_option (dimension, code, place, name_vi, name_en)
select 'age-five-year', first || '-' || first + 4, first / 5 + 1, 'Từ ' || first || ' đến ' || first + 4 || ' tuổi', first || ' to ' || first + 4
  from generate_series(0, 80, 5) first
 union all
select 'age-five-year', '85+', 18, 'Từ 85 tuổi trở lên', '85 and over';

insert into breakdown_option (dimension, code, place, name_vi, name_en) values
    ('age-15', '0-14', 1, 'Dưới 15 tuổi', 'Under 15'),
    ('age-15', '15+', 2, 'Từ 15 tuổi trở lên', '15 and over'),
    ('age-child', '0-15', 1, 'Trẻ em dưới 16 tuổi', 'Children under 16'),
    ('age-child', '16-17', 2, 'Từ 16 đến dưới 18 tuổi', '16 and 17'),
    ('age-child', '18+', 3, 'Từ 18 tuổi trở lên', '18 and over'),
    ('age-40', '0-39', 1, 'Dưới 40 tuổi', 'Under 40'),
    ('age-40', '40+', 2, 'Từ 40 tuổi trở lên', '40 and over'),
    ('education', 'none', 1, 'Chưa tốt nghiệp tiểu học', 'Below primary'),
    ('education', 'primary', 2, 'Tiểu học', 'Primary'),
    ('education', 'lower-secondary', 3, 'Trung học cơ sở', 'Lower secondary'),
    ('education', 'upper-secondary', 4, 'Trung học phổ thông', 'Upper secondary'),
    ('education', 'vocational', 5, 'Sơ cấp, trung cấp', 'Vocational, elementary and intermediate'),
    ('education', 'college', 6, 'Cao đẳng', 'College'),
    ('education', 'university', 7, 'Đại học', 'University'),
    ('education', 'master', 8, 'Thạc sĩ', 'Master'),
    ('education', 'doctor', 9, 'Tiến sĩ', 'Doctor'),
    ('occupation', 'managers', 1, 'Nhà lãnh đạo, quản lý', 'Managers'),
    ('occupation', 'professionals', 2, 'Nhà chuyên môn bậc cao', 'Professionals'),
    ('occupation', 'technicians', 3, 'Nhà chuyên môn bậc trung', 'Technicians and associate professionals'),
    ('occupation', 'clerks', 4, 'Nhân viên trợ lý văn phòng', 'Clerical support workers'),
    ('occupation', 'services', 5, 'Nhân viên dịch vụ và bán hàng', 'Service and sales workers'),
    ('occupation', 'agriculture', 6, 'Lao động có kỹ năng trong nông, lâm nghiệp và thủy sản', 'Skilled agricultural, forestry and fishery workers'),
    ('occupation', 'crafts', 7, 'Lao động thủ công và nghề có liên quan', 'Craft and related trades workers'),
    ('occupation', 'operators', 8, 'Thợ lắp ráp, vận hành máy móc, thiết bị', 'Plant and machine operators and assemblers'),
    ('occupation', 'elementary', 9, 'Lao động giản đơn', 'Elementary occupations'),
    ('occupation', 'armed-forces', 10, 'Lực lượng vũ trang', 'Armed forces'),
    ('sector', 'agriculture', 1, 'Nông, lâm nghiệp và thủy sản', 'Agriculture, forestry and fishery'),
    ('sector', 'industry', 2, 'Công nghiệp và xây dựng', 'Industry and construction'),
    ('sector', 'services', 3, 'Dịch vụ', 'Services'),
    ('household', 'parents-children', 1, 'Hai thế hệ: vợ, chồng và con', 'Two generations: couple with children'),
    ('household', 'mother-children', 2, 'Mẹ và con', 'Mother with children'),
    ('household', 'father-children', 3, 'Bố và con', 'Father with children'),
    ('household', 'three-generations', 4, 'Ba thế hệ trở lên', 'Three generations or more'),
    ('household', 'one-generation', 5, 'Một thế hệ', 'One generation'),
    ('household', 'single', 6, 'Đơn thân', 'Single person'),
    ('household', 'other', 7, 'Loại khác', 'Other'),
    ('violence-act', 'a', 1, 'Hành hạ, đánh đập, đe dọa, xâm hại sức khỏe, tính mạng', 'Beating, threats, harm to health or life'),
    ('violence-act', 'b', 2, 'Lăng mạ, chì chiết, xúc phạm danh dự, nhân phẩm', 'Insults, offence to honour and dignity'),
    ('violence-act', 'c', 3, 'Cưỡng ép chứng kiến bạo lực', 'Being made to witness violence'),
    ('violence-act', 'd', 4, 'Bỏ mặc, không quan tâm, không nuôi dưỡng, chăm sóc, giáo dục', 'Neglect of care and upbringing'),
    ('violence-act', 'dd', 5, 'Kỳ thị, phân biệt đối xử về hình thể, giới, giới tính, năng lực', 'Discrimination for body, gender, sex or ability'),
    ('violence-act', 'e', 6, 'Ngăn cản gặp người thân, quan hệ xã hội; gây áp lực tâm lý', 'Isolation from relatives and others; psychological pressure'),
    ('violence-act', 'g', 7, 'Ngăn cản quyền, nghĩa vụ trong quan hệ gia đình', 'Obstruction of rights and duties within the family'),
    ('violence-act', 'h', 8, 'Tiết lộ, phát tán đời tư, bí mật cá nhân, bí mật gia đình', 'Disclosure of private life and secrets'),
    ('violence-act', 'i', 9, 'Cưỡng ép quan hệ tình dục trái ý muốn', 'Forced sexual intercourse'),
    ('violence-act', 'k', 10, 'Cưỡng ép trình diễn, nghe, xem, đọc nội dung khiêu dâm, kích thích bạo lực', 'Forced exposure to pornographic or violent content'),
    ('violence-act', 'l', 11, 'Tảo hôn; cưỡng ép, cản trở kết hôn, ly hôn', 'Child marriage; forced or obstructed marriage or divorce'),
    ('violence-act', 'm', 12, 'Cưỡng ép mang thai, phá thai, lựa chọn giới tính thai nhi', 'Forced pregnancy, abortion or choice of the child''s sex'),
    ('violence-act', 'n', 13, 'Chiếm đoạt, hủy hoại tài sản', 'Taking or destroying property'),
    ('violence-act', 'o', 14, 'Cưỡng ép học tập, lao động, đóng góp quá sức; kiểm soát tài sản, thu nhập', 'Forced study, work or payments; control of property and income'),
    ('violence-act', 'p', 15, 'Cô lập, giam cầm', 'Isolation, confinement'),
    ('violence-act', 'q', 16, 'Cưỡng ép ra khỏi chỗ ở hợp pháp', 'Forced eviction from a lawful home'),
    ('violence-outside', 'workplace', 1, 'Quấy rối tình dục nơi làm việc', 'Sexual harassment at work'),
    ('violence-outside', 'public', 2, 'Xâm hại nơi công cộng', 'Abuse in public places'),
    ('violence-outside', 'school', 3, 'Bạo lực học đường', 'Violence at school'),
    ('violence-outside', 'trafficking', 4, 'Mua bán người', 'Trafficking in persons'),
    ('violence-outside', 'online', 5, 'Bạo lực trên không gian mạng', 'Violence online'),
    ('violence-outside', 'other', 6, 'Hình thức khác', 'Other'),
    ('victim-group', 'child', 1, 'Dưới 16 tuổi', 'Under 16'),
    ('victim-group', 'woman', 2, 'Nữ từ 16 đến 59 tuổi', 'Women aged 16 to 59'),
    ('victim-group', 'elder', 3, 'Từ 60 tuổi trở lên', '60 and over'),
    ('protection', 'child', 1, 'Trẻ em', 'Children'),
    ('protection', 'pregnant', 2, 'Phụ nữ mang thai', 'Pregnant women'),
    ('protection', 'nursing', 3, 'Người nuôi con dưới 36 tháng tuổi', 'People raising a child under 36 months'),
    ('protection', 'elder', 4, 'Người cao tuổi', 'Elderly people'),
    ('protection', 'disabled', 5, 'Người khuyết tật', 'People with a disability'),
    ('protection', 'dependent', 6, 'Người không có khả năng tự chăm sóc', 'People unable to care for themselves'),
    ('protection', 'ill', 7, 'Người đang điều trị bệnh', 'People under treatment'),
    ('relationship', 'spouse', 1, 'Vợ, chồng', 'Spouse'),
    ('relationship', 'divorced', 2, 'Đã ly hôn', 'Divorced'),
    ('relationship', 'partner', 3, 'Sống chung như vợ chồng', 'Living together as spouses'),
    ('relationship', 'parent', 4, 'Cha, mẹ', 'Parent'),
    ('relationship', 'child', 5, 'Con', 'Child'),
    ('relationship', 'grandparent', 6, 'Ông, bà', 'Grandparent'),
    ('relationship', 'grandchild', 7, 'Cháu', 'Grandchild'),
    ('relationship', 'sibling', 8, 'Anh, chị, em', 'Sibling'),
    ('relationship', 'in-law', 9, 'Cha mẹ, con, anh chị em của vợ, chồng hoặc của người sống chung', 'Relative of the spouse or partner'),
    ('relationship', 'former-adoption', 10, 'Cha mẹ nuôi, con nuôi trước đây', 'Former adoptive parent or child'),
    ('relationship', 'outside', 11, 'Ngoài gia đình', 'Outside the family'),
    ('receiver', 'authority', 1, 'Ủy ban nhân dân cấp xã', 'People''s Committee of the commune'),
    ('receiver', 'police', 2, 'Công an, đồn biên phòng', 'Police, border post'),
    ('receiver', 'school', 3, 'Cơ sở giáo dục', 'School'),
    ('receiver', 'village', 4, 'Trưởng thôn, tổ dân phố; trưởng ban công tác Mặt trận', 'Village head; head of the Front committee'),
    ('receiver', 'organisation', 5, 'Người đứng đầu tổ chức chính trị - xã hội', 'Head of a socio-political organisation'),
    ('receiver', 'hotline', 6, 'Tổng đài', 'Hotline'),
    ('service', 'health', 1, 'Y tế', 'Health care'),
    ('service', 'counselling', 2, 'Tư vấn tâm lý', 'Psychological counselling'),
    ('service', 'legal', 3, 'Trợ giúp pháp lý', 'Legal aid'),
    ('service', 'shelter', 4, 'Tạm lánh', 'Shelter'),
    ('service', 'essentials', 5, 'Nhu cầu thiết yếu', 'Essential needs'),
    ('service', 'protection', 6, 'Bảo vệ khẩn cấp', 'Emergency protection'),
    ('service', 'work', 7, 'Giáo dục, kết nối việc làm', 'Education, work'),
    ('service', 'reintegration', 8, 'Tái hòa nhập cộng đồng', 'Reintegration'),
    ('measure', 'criticism', 1, 'Góp ý, phê bình trong cộng đồng dân cư', 'Criticism in the community'),
    ('measure', 'contact-ban', 2, 'Cấm tiếp xúc', 'Ban on contact'),
    ('measure', 'education', 3, 'Giáo dục, hỗ trợ chuyển đổi hành vi', 'Education, support to change behaviour'),
    ('measure', 'administrative', 4, 'Tạm giữ, xử phạt hành chính', 'Detention, administrative sanction'),
    ('measure', 'criminal', 5, 'Xử lý hình sự', 'Criminal proceedings');
