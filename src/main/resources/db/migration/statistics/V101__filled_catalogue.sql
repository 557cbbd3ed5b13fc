-- The catalogue as it is delivered. Definitions are in our own words; what the published specifications at hand don't say
-- (source, periodicity, who answers for it) is left empty, and what was not compared with them is not marked as verified.

-- What is counted for the national strategy: names, units, what several periods and units make, and what may show a person.
update data_element element
   set name = case when part = 'VALUE' then name else upper(left(name, 1)) || substr(name, 2) end,
       name_en = given.name_en,
       unit = given.unit,
       over_time = given.over_time,
       sensitive = given.sensitive,
       verified = indicator.verified
  from indicator, (values
    ('NQ28-1.1.NUM', 'Bodies with a woman in key leadership', 'cơ quan', 'LAST', false),
    ('NQ28-1.1.DEN', 'State management bodies and local authorities', 'cơ quan', 'LAST', false),
    ('NQ28-2.1.NUM', 'Women in wage work', 'người', 'LAST', false),
    ('NQ28-2.1.DEN', 'Employed women', 'người', 'LAST', false),
    ('NQ28-2.2.NUM', 'Women working in agriculture', 'người', 'LAST', false),
    ('NQ28-2.2.DEN', 'Employed women', 'người', 'LAST', false),
    ('NQ28-2.3.NUM', 'Women among directors and owners of enterprises and cooperatives', 'người', 'LAST', false),
    ('NQ28-2.3.DEN', 'Directors and owners of enterprises and cooperatives', 'người', 'LAST', false),
    ('NQ28-3.2a.NUM', 'Detected victims with access to at least one service', 'người', 'SUM', true),
    ('NQ28-3.2a.DEN', 'Detected victims of domestic and gender-based violence', 'người', 'SUM', true),
    ('NQ28-3.2b.NUM', 'Perpetrators who were counselled', 'người', 'SUM', true),
    ('NQ28-3.2b.DEN', 'Detected perpetrators, not criminally prosecuted', 'người', 'SUM', true),
    ('NQ28-3.3.NUM', 'Trafficking victims who were supported', 'người', 'SUM', true),
    ('NQ28-3.3.DEN', 'Returned, detected trafficking victims in need', 'người', 'SUM', true),
    ('NQ28-3.4.NUM', 'Facilities with activities against gender-based violence', 'cơ sở', 'LAST', false),
    ('NQ28-3.4.DEN', 'Public social-assistance facilities', 'cơ sở', 'LAST', false),
    ('NQ28-4.1.NUM', 'Boys born alive', 'trẻ', 'SUM', false),
    ('NQ28-4.1.DEN', 'Girls born alive', 'trẻ', 'SUM', false),
    ('NQ28-4.2.NUM', 'Maternal deaths', 'người', 'SUM', true),
    ('NQ28-4.2.DEN', 'Live births', 'trẻ', 'SUM', false),
    ('NQ28-4.3.NUM', 'Births to adolescents', 'ca', 'SUM', true),
    ('NQ28-4.3.DEN', 'Adolescent women', 'người', 'LAST', false),
    ('NQ28-4.4.NUM', 'Provinces with a piloting facility', 'tỉnh', 'LAST', false),
    ('NQ28-4.4.DEN', 'Provinces', 'tỉnh', 'LAST', false),
    ('NQ28-5.2a.NUM', 'Ethnic-minority children who completed primary school', 'trẻ', 'SUM', false),
    ('NQ28-5.2a.DEN', 'Ethnic-minority children of that age', 'trẻ', 'LAST', false),
    ('NQ28-5.2b.NUM', 'Ethnic-minority children who completed lower secondary school', 'trẻ', 'SUM', false),
    ('NQ28-5.2b.DEN', 'Ethnic-minority children of that age', 'trẻ', 'LAST', false),
    ('NQ28-5.3.NUM', 'Women among new entrants', 'người', 'SUM', false),
    ('NQ28-5.3.DEN', 'New entrants to vocational education', 'người', 'SUM', false),
    ('NQ28-5.4a.NUM', 'Women with a master''s degree', 'người', 'LAST', false),
    ('NQ28-5.4a.DEN', 'Holders of a master''s degree', 'người', 'LAST', false),
    ('NQ28-5.4b.NUM', 'Women with a doctorate', 'người', 'LAST', false),
    ('NQ28-5.4b.DEN', 'Holders of a doctorate', 'người', 'LAST', false),
    ('NQ28-6.1.NUM', 'Population reached', 'người', 'LAST', false),
    ('NQ28-6.1.DEN', 'Population', 'người', 'LAST', false),
    ('NQ28-6.2.NUM', 'Bodies briefed and committed', 'tổ chức', 'LAST', false),
    ('NQ28-6.2.DEN', 'Party bodies, authorities and mass organisations', 'tổ chức', 'LAST', false),
    ('NQ28-6.3.NUM', 'Communes with at least 4 items in the quarter', 'xã', 'AVERAGE', false),
    ('NQ28-6.3.DEN', 'Communes', 'xã', 'AVERAGE', false),
    ('NQ28-6.4.NUM', 'Broadcasters with a monthly programme', 'đài', 'LAST', false),
    ('NQ28-6.4.DEN', 'Broadcasters', 'đài', 'LAST', false)
  ) given (code, name_en, unit, over_time, sensitive)
 where element.code = given.code and indicator.id = element.indicator_id;

-- A value that was given as such reads as its indicator.
update data_element element
   set name_en = indicator.name_en, unit = indicator.unit, verified = indicator.verified
  from indicator
 where indicator.id = element.indicator_id and part = 'VALUE' and indicator.collection = 'NQ28';

update indicator
   set definition = given.definition
  from (values
    ('NQ28-1.1', 'Trong 100 cơ quan quản lý nhà nước và chính quyền địa phương, bao nhiêu cơ quan có ít nhất một phụ nữ giữ chức vụ lãnh đạo chủ chốt.'),
    ('NQ28-2.1', 'Trong 100 phụ nữ có việc làm, bao nhiêu người làm công hưởng lương.'),
    ('NQ28-2.2', 'Trong 100 phụ nữ có việc làm, bao nhiêu người làm việc trong khu vực nông nghiệp.'),
    ('NQ28-2.3', 'Trong 100 giám đốc, chủ doanh nghiệp và hợp tác xã, bao nhiêu người là nữ.'),
    ('NQ28-3.1', 'Số giờ trung bình phụ nữ làm việc nhà và chăm sóc không được trả công, gấp mấy lần của nam giới. Lấy từ điều tra, không cộng và không tính trung bình giữa các đơn vị.'),
    ('NQ28-3.2a', 'Trong 100 người bị bạo lực gia đình, bạo lực trên cơ sở giới đã được phát hiện, bao nhiêu người đã tiếp cận ít nhất một dịch vụ hỗ trợ cơ bản. Mẫu số là người được phát hiện, không phải ước tính trong dân số.'),
    ('NQ28-3.2b', 'Trong 100 người gây bạo lực được phát hiện mà chưa bị truy cứu trách nhiệm hình sự, bao nhiêu người đã được tư vấn, tham vấn.'),
    ('NQ28-3.3', 'Trong 100 nạn nhân bị mua bán đã trở về, được phát hiện và có nhu cầu hỗ trợ, bao nhiêu người đã được hỗ trợ, tái hòa nhập cộng đồng.'),
    ('NQ28-3.4', 'Trong 100 cơ sở trợ giúp xã hội công lập, bao nhiêu cơ sở có hoạt động trợ giúp, phòng ngừa và ứng phó với bạo lực trên cơ sở giới.'),
    ('NQ28-4.1', 'Số bé trai sinh ra sống ứng với 100 bé gái sinh ra sống trong kỳ. Không can thiệp thì tỷ số này vào khoảng 104 đến 106.'),
    ('NQ28-4.2', 'Số bà mẹ tử vong liên quan đến thai sản ứng với 100.000 trẻ đẻ sống trong kỳ. Ở đơn vị ít ca sinh, một ca làm tỷ số thay đổi rất lớn.'),
    ('NQ28-4.3', 'Số ca sinh của phụ nữ ở tuổi vị thành niên ứng với 1.000 phụ nữ ở tuổi đó.'),
    ('NQ28-4.4', 'Trong 100 tỉnh, thành phố, bao nhiêu nơi có ít nhất một cơ sở y tế thí điểm chăm sóc sức khỏe cho người đồng tính, song tính và chuyển giới.'),
    ('NQ28-5.1', 'Kể lại bằng lời: nội dung về giới, bình đẳng giới đã vào chương trình giảng dạy nào, ở bậc học nào.'),
    ('NQ28-5.2a', 'Trong 100 trẻ em dân tộc thiểu số trong độ tuổi, bao nhiêu em hoàn thành giáo dục tiểu học; tính riêng em trai và em gái.'),
    ('NQ28-5.2b', 'Trong 100 trẻ em dân tộc thiểu số trong độ tuổi, bao nhiêu em hoàn thành cấp trung học cơ sở; tính riêng em trai và em gái.'),
    ('NQ28-5.3', 'Trong 100 người được tuyển mới vào giáo dục nghề nghiệp, bao nhiêu người là nữ.'),
    ('NQ28-5.4a', 'Trong 100 người có trình độ thạc sĩ, bao nhiêu người là nữ.'),
    ('NQ28-5.4b', 'Trong 100 người có trình độ tiến sĩ, bao nhiêu người là nữ.'),
    ('NQ28-6.1', 'Trong 100 người dân, bao nhiêu người đã được tiếp cận kiến thức cơ bản về bình đẳng giới.'),
    ('NQ28-6.2', 'Trong 100 tổ chức Đảng, chính quyền, cơ quan, đoàn thể, bao nhiêu nơi đã được phổ biến, cập nhật thông tin về bình đẳng giới và cam kết thực hiện.'),
    ('NQ28-6.3', 'Trong 100 xã, phường, bao nhiêu nơi có ít nhất 4 tin, bài về bình đẳng giới trong quý trên hệ thống thông tin cơ sở.'),
    ('NQ28-6.4', 'Trong 100 đài phát thanh, truyền hình, bao nhiêu đài có chuyên mục, chuyên đề hằng tháng nâng cao nhận thức về bình đẳng giới.')
  ) given (code, definition)
 where indicator.code = given.code;
update indicator set source = 'Báo cáo thống kê quốc gia', periodicity = 'Năm', responsible = 'Bộ Nội vụ' where code = 'NQ28-1.1';
update indicator
   set source = 'Tổng điều tra dân số; điều tra giữa kỳ; điều tra biến động dân số; dữ liệu hành chính', periodicity = 'Năm',
       responsible = 'Cơ quan thống kê chủ trì, Bộ Y tế phối hợp'
 where code = 'NQ28-4.1';

insert into data_element (code, collection, name, name_en, unit, kind, over_time, over_units, sensitive, verified, note) values
    ('POP', 'TKPTG', 'Dân số', 'Population', 'người', 'COUNT', 'LAST', 'SUM', false, true, 'Có mặt vào cuối kỳ.'),
    ('POP-AVG', 'TKPTG', 'Dân số trung bình', 'Mean population', 'người', 'COUNT', 'AVERAGE', 'SUM', false, true, ''),
    ('HDND-TINH', 'TKPTG', 'Đại biểu Hội đồng nhân dân cấp tỉnh', 'Deputies of provincial People''s Councils', 'người', 'COUNT', 'LAST', 'SUM', false, true, 'Theo khóa.'),
    ('HDND-HUYEN', 'TKPTG', 'Đại biểu Hội đồng nhân dân cấp huyện', 'Deputies of district People''s Councils', 'người', 'COUNT', 'LAST', 'SUM', false, true, 'Theo khóa.'),
    ('HDND-XA', 'TKPTG', 'Đại biểu Hội đồng nhân dân cấp xã', 'Deputies of communal People''s Councils', 'người', 'COUNT', 'LAST', 'SUM', false, true, 'Theo khóa.'),
    ('CAP-UY', 'TKPTG', 'Cấp ủy viên', 'Members of Party committees', 'người', 'COUNT', 'LAST', 'SUM', false, true, 'Theo nhiệm kỳ.'),
    ('TKPTG-BL15.VAL', 'TKPTG', 'Tỷ lệ dân số từ 15 tuổi trở lên bị bạo lực', 'Share of the population aged 15 and over who suffered violence', '%', 'MEASURE', 'LAST', 'NONE', true, true,
     'Từ điều tra, không bao giờ từ số vụ.'),
    ('NGUOC-DAI', 'TKPTG', 'Vụ ngược đãi người già, phụ nữ, trẻ em trong gia đình', 'Cases of ill-treatment of the elderly, women and children in the family', 'vụ', 'COUNT', 'SUM', 'SUM', true, false, ''),
    ('NGUOC-DAI.XL', 'TKPTG', 'Vụ ngược đãi trong gia đình đã được xử lý', 'Cases of ill-treatment in the family that were dealt with', 'vụ', 'COUNT', 'SUM', 'SUM', true, false, ''),
    ('BLGD-1.1', 'BLGD', 'Hộ gia đình', 'Households', 'hộ', 'COUNT', 'LAST', 'SUM', false, true, 'Phân tổ theo loại hộ.'),
    ('BLGD-1.2', 'BLGD', 'Hộ có người cao tuổi', 'Households with people aged 60 and over', 'hộ', 'COUNT', 'LAST', 'SUM', false, true, 'Người từ 60 tuổi trở lên.'),
    ('BLGD-1.3', 'BLGD', 'Hộ có trẻ em', 'Households with children under 16', 'hộ', 'COUNT', 'LAST', 'SUM', false, true, 'Trẻ em dưới 16 tuổi.'),
    ('BLGD-1.4', 'BLGD', 'Hộ có bạo lực gia đình', 'Households with domestic violence', 'hộ', 'COUNT', 'SUM', 'SUM', true, true,
     'Đếm trong từng kỳ; một hộ có thể được đếm ở nhiều kỳ.'),
    ('BLGD-1.5', 'BLGD', 'Hộ có người tảo hôn', 'Households with a child marriage', 'hộ', 'COUNT', 'SUM', 'SUM', true, true,
     'Đếm trong từng kỳ; một hộ có thể được đếm ở nhiều kỳ.'),
    ('BLGD-2.1', 'BLGD', 'Vụ bạo lực gia đình', 'Cases of domestic violence', 'vụ', 'COUNT', 'SUM', 'SUM', true, true,
     'Phân tổ theo hình thức bạo lực; một vụ có thể có nhiều hình thức.'),
    ('BLGD-2.3.1', 'BLGD', 'Vụ theo người gây bạo lực', 'Cases by the person who did it', 'vụ', 'COUNT', 'SUM', 'SUM', true, true, 'Phân tổ theo giới tính của người gây bạo lực.'),
    ('BLGD-2.3.2', 'BLGD', 'Vụ có áp dụng biện pháp với người gây bạo lực', 'Cases with a measure against the person who did it', 'vụ', 'COUNT', 'SUM', 'SUM', true, true,
     'Phân tổ theo biện pháp.'),
    ('BLGD-2.4.1', 'BLGD', 'Vụ theo nạn nhân', 'Cases by victim', 'vụ', 'COUNT', 'SUM', 'SUM', true, true, 'Phân tổ theo giới tính và nhóm người bị bạo lực.'),
    ('BLGD-2.5', 'BLGD', 'Vụ bạo lực gia đình được xử lý', 'Cases of domestic violence that were dealt with', 'vụ', 'COUNT', 'SUM', 'SUM', true, true,
     'Phân tổ theo nhóm người bị bạo lực.'),
    ('BLGD-NN', 'BLGD', 'Người bị bạo lực gia đình được phát hiện', 'Detected victims of domestic violence', 'người', 'COUNT', 'SUM', 'SUM', true, true,
     'Phân tổ theo giới tính, tuổi, khuyết tật, dân tộc. Khác với NQ28-3.2a.DEN, vốn gồm cả bạo lực trên cơ sở giới ngoài gia đình.'),
    ('BLGD-GBL', 'BLGD', 'Người gây bạo lực gia đình được phát hiện', 'Detected perpetrators of domestic violence', 'người', 'COUNT', 'SUM', 'SUM', true, true, 'Phân tổ theo giới tính.'),
    ('BLGD-HT', 'BLGD', 'Người bị bạo lực gia đình được hỗ trợ', 'Victims of domestic violence who were supported', 'người', 'COUNT', 'SUM', 'SUM', true, false,
     'Phân tổ theo dịch vụ hỗ trợ cơ bản; một người có thể dùng nhiều dịch vụ.'),
    ('BLGD-MH.DCTC', 'BLGD', 'Địa chỉ tin cậy ở cộng đồng', 'Trusted addresses in the community', 'địa chỉ', 'COUNT', 'LAST', 'SUM', false, false, ''),
    ('BLGD-MH.NTL', 'BLGD', 'Nhà tạm lánh', 'Shelters', 'cơ sở', 'COUNT', 'LAST', 'SUM', false, false, '');

insert into indicator
       (code, collection, place, field, name_vi, name_en, unit, direction, computation, per, decimals, natural_low, natural_high,
        numerator, denominator, definition, source, periodicity, responsible, verified, binds)
values
    ('TKPTG-HDND-TINH', 'TKPTG', 101, 'Lãnh đạo, quản lý', 'Tỷ lệ nữ đại biểu Hội đồng nhân dân cấp tỉnh',
     'Share of women among deputies of provincial People''s Councils', '%', 'UP', 'RATIO', 100, 1, null, null,
     'HDND-TINH[sex:female]', 'HDND-TINH', 'Trong 100 đại biểu Hội đồng nhân dân cấp tỉnh của khóa, bao nhiêu người là nữ.',
     'Báo cáo thống kê của bộ, ngành', 'Đầu mỗi nhiệm kỳ', 'Sở Nội vụ', true, '{}'),
    ('TKPTG-HDND-HUYEN', 'TKPTG', 102, 'Lãnh đạo, quản lý', 'Tỷ lệ nữ đại biểu Hội đồng nhân dân cấp huyện',
     'Share of women among deputies of district People''s Councils', '%', 'UP', 'RATIO', 100, 1, null, null,
     'HDND-HUYEN[sex:female]', 'HDND-HUYEN', 'Trong 100 đại biểu Hội đồng nhân dân cấp huyện của khóa, bao nhiêu người là nữ. Giữ lại cho các khóa trước, khi còn cấp huyện.',
     'Báo cáo thống kê của bộ, ngành', 'Đầu mỗi nhiệm kỳ', 'Sở Nội vụ', true, '{}'),
    ('TKPTG-HDND-XA', 'TKPTG', 103, 'Lãnh đạo, quản lý', 'Tỷ lệ nữ đại biểu Hội đồng nhân dân cấp xã',
     'Share of women among deputies of communal People''s Councils', '%', 'UP', 'RATIO', 100, 1, null, null,
     'HDND-XA[sex:female]', 'HDND-XA', 'Trong 100 đại biểu Hội đồng nhân dân cấp xã của khóa, bao nhiêu người là nữ.',
     'Báo cáo thống kê của bộ, ngành', 'Đầu mỗi nhiệm kỳ', 'Sở Nội vụ', true, '{}'),
    ('TKPTG-CAPUY', 'TKPTG', 104, 'Lãnh đạo, quản lý', 'Tỷ lệ nữ tham gia cấp ủy đảng',
     'Share of women in Party committees', '%', 'UP', 'RATIO', 100, 1, null, null,
     'CAP-UY[sex:female]', 'CAP-UY', 'Trong 100 cấp ủy viên của nhiệm kỳ, bao nhiêu người là nữ.',
     'Báo cáo thống kê quốc gia', 'Đầu nhiệm kỳ', 'Ban Tổ chức Trung ương', true, '{}'),
    ('TKPTG-LANHDAO', 'TKPTG', 105, 'Lãnh đạo, quản lý', 'Tỷ lệ cơ quan quản lý nhà nước, chính quyền có lãnh đạo chủ chốt là nữ',
     'Share of state bodies and authorities with women in key leadership', '%', 'UP', 'RATIO', 100, 1, null, null,
     'NQ28-1.1.NUM', 'NQ28-1.1.DEN', 'Cùng số liệu với chỉ tiêu NQ28-1.1 của Chiến lược.',
     'Báo cáo thống kê quốc gia', 'Năm', 'Bộ Nội vụ', true, '{}'),
    ('TKPTG-TSGT-SINH', 'TKPTG', 106, 'Dân số', 'Tỷ số giới tính khi sinh', 'Sex ratio at birth', 'bé trai/100 bé gái', 'TOWARD', 'RATIO', 100, 1, 104, 106,
     'NQ28-4.1.NUM', 'NQ28-4.1.DEN', 'Số bé trai sinh ra sống ứng với 100 bé gái sinh ra sống. Cùng số liệu với chỉ tiêu NQ28-4.1 của Chiến lược.',
     'Tổng điều tra dân số; điều tra giữa kỳ; điều tra biến động dân số; dữ liệu hành chính', 'Năm', 'Cơ quan thống kê chủ trì, Bộ Y tế phối hợp', true, '{}'),
    ('TKPTG-TSGT', 'TKPTG', 107, 'Dân số', 'Tỷ số giới tính của dân số', 'Sex ratio of the population', 'nam/100 nữ', 'NONE', 'RATIO', 100, 1, null, null,
     'POP[sex:male]', 'POP[sex:female]', 'Số nam ứng với 100 nữ trong dân số.',
     'Tổng điều tra dân số; điều tra giữa kỳ; điều tra dân số và kế hoạch hóa gia đình', 'Năm', 'Cơ quan thống kê', true, '{}'),
    ('TKPTG-CBR', 'TKPTG', 108, 'Dân số', 'Tỷ suất sinh thô', 'Crude birth rate', 'trẻ/1.000 dân', 'NONE', 'RATIO', 1000, 1, null, null,
     'NQ28-4.1.NUM + NQ28-4.1.DEN', 'POP-AVG', 'Số trẻ sinh ra sống trong năm ứng với 1.000 người của dân số trung bình.',
     'Tổng điều tra dân số; điều tra; dữ liệu hành chính', 'Năm', 'Cơ quan thống kê', true, '{}'),
    ('TKPTG-BL15', 'TKPTG', 109, 'Gia đình', 'Tỷ lệ dân số từ 15 tuổi trở lên bị bạo lực',
     'Share of the population aged 15 and over who suffered violence', '%', 'DOWN', 'AS_REPORTED', 1, 1, null, null,
     'TKPTG-BL15.VAL', null, 'Số người từ 15 tuổi trở lên bị bạo lực trên 100 người trong dân số trung bình từ 15 tuổi trở lên. Chỉ lấy từ điều tra; số vụ được phát hiện không cho biết tỷ lệ này.',
     'Điều tra', '10 năm', 'Cơ quan thống kê chủ trì; Sở Văn hóa, Thể thao và Du lịch', true, '{}'),
    ('TKPTG-NGUOCDAI', 'TKPTG', 110, 'Gia đình', 'Số vụ ngược đãi người già, phụ nữ và trẻ em trong gia đình',
     'Cases of ill-treatment of the elderly, women and children in the family', 'vụ', 'DOWN', 'COUNT', 1, 0, null, null,
     'NGUOC-DAI', null, 'Đếm số vụ trong kỳ.', '', '', '', false, '{}'),
    ('TKPTG-NGUOCDAI-XL', 'TKPTG', 111, 'Gia đình', 'Số vụ ngược đãi trong gia đình đã được xử lý',
     'Cases of ill-treatment in the family that were dealt with', 'vụ', 'NONE', 'COUNT', 1, 0, null, null,
     'NGUOC-DAI.XL', null, 'Đếm số vụ đã được xử lý trong kỳ.', '', '', '', false, '{}'),
    ('BLGD-VU', 'BLGD', 201, 'Bạo lực gia đình', 'Số vụ bạo lực gia đình', 'Cases of domestic violence', 'vụ', 'DOWN', 'COUNT', 1, 0, null, null,
     'BLGD-2.1', null, 'Số vụ bạo lực gia đình được phát hiện trong kỳ. Số vụ tăng có thể do phát hiện tốt hơn.', '', '6 tháng', 'Ủy ban nhân dân cấp xã', true, '{}'),
    ('BLGD-HO', 'BLGD', 202, 'Bạo lực gia đình', 'Tỷ lệ hộ có bạo lực gia đình', 'Share of households with domestic violence', '%', 'DOWN', 'RATIO', 100, 2, null, null,
     'BLGD-1.4', 'BLGD-1.1', 'Tính từ hai dòng của biểu: hộ có bạo lực trên tổng số hộ.', '', '6 tháng', 'Ủy ban nhân dân cấp xã', false, '{}'),
    ('BLGD-XL', 'BLGD', 203, 'Bạo lực gia đình', 'Tỷ lệ vụ bạo lực gia đình được xử lý', 'Share of cases of domestic violence that were dealt with', '%', 'UP', 'RATIO', 100, 1, null, null,
     'BLGD-2.5', 'BLGD-2.1', 'Tính từ hai dòng của biểu: vụ được xử lý trên tổng số vụ.', '', '6 tháng', 'Ủy ban nhân dân cấp xã', false, '{}');

-- The local government has had two levels since 1 July 2025.
update indicator set retired_on = date '2025-07-01' where code = 'TKPTG-HDND-HUYEN';
update data_element set retired_on = date '2025-07-01' where code = 'HDND-HUYEN';
update indicator set decimals = 2 where code = 'NQ28-3.1';
