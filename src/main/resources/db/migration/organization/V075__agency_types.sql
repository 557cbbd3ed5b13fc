-- What kinds of agencies there are at a level in a time: data, because the administration changes them.
create table agency_type (
    id           uuid primary key default uuidv7(),
    code         text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
    kind         text not null,
    level        text not null check (level in ('NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE')),
    tiers        text[] not null default '{}',
    name_vi      text not null check (name_vi <> ''),
    name_en      text not null check (name_en <> ''),
    short_name   text,
    valid_during daterange not null check (not isempty(valid_during)),
    typical      boolean not null,
    standing     boolean not null default false,
    source       text not null,
    confirmed    boolean not null,
    place        integer not null default 1000,
    version      bigint not null default 0,
    updated_at   timestamptz not null default now(),
    updated_by   uuid not null default '00000000-0000-0000-0000-000000000000',
    check (typical or not standing),
    exclude using gist (code with =, valid_during with &&)
);
create index on agency_type (level, place);
create index on agency_type using gin (fold(name_vi) gin_trgm_ops);
comment on column agency_type.code is 'the type through all its names and times';
comment on column agency_type.tiers is 'first words of the names of units that have it, such as phường; empty where all of the level do';
comment on column agency_type.name_vi is 'with {unit} for the full name of the unit and {tier} for the word of its tier';
comment on column agency_type.standing is 'whether it usually coordinates the programme in its unit';

insert into agency_type (place, code, kind, level, tiers, name_vi, name_en, short_name, valid_during, typical, standing, source, confirmed) values
    -- province
    (100, 'PROVINCE_PEOPLES_COMMITTEE', 'PEOPLES_COMMITTEE', 'PROVINCE', '{}', 'UBND {unit}', 'Provincial People''s Committee', null, '(,)', true, false, 'Luật Tổ chức chính quyền địa phương', true),
    (101, 'PROVINCE_OFFICE', 'OFFICE', 'PROVINCE', '{}', 'Văn phòng UBND {tier}', 'Office of the Provincial People''s Committee', 'Văn phòng UBND', '(,)', true, false, 'Nghị định 45/2025/NĐ-CP; tên từng tỉnh có thể khác, chưa đối chiếu', false),
    (102, 'PROVINCE_LABOUR', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Lao động - Thương binh và Xã hội', 'Department of Labour, Invalids and Social Affairs', 'Sở LĐTBXH', '(,2025-03-01)', true, true, 'Nghị định 45/2025/NĐ-CP, danh sách các sở (hdnd.dongnai.gov.vn); ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (103, 'PROVINCE_HOME_AFFAIRS', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Nội vụ', 'Department of Home Affairs', 'SNV', '(,2025-03-01)', true, false, 'Danh sách các sở trước khi sắp xếp', true),
    (103, 'PROVINCE_HOME_AFFAIRS', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Nội vụ', 'Department of Home Affairs', 'SNV', '[2025-03-01,)', true, true, 'Nghị định 45/2025/NĐ-CP, danh sách các sở (hdnd.dongnai.gov.vn); ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (104, 'PROVINCE_FINANCE', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Tài chính', 'Department of Finance', null, '(,)', true, false, 'Nghị định 45/2025/NĐ-CP, danh sách các sở', true),
    (105, 'PROVINCE_PLANNING', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Kế hoạch và Đầu tư', 'Department of Planning and Investment', 'Sở KHĐT', '(,2025-03-01)', true, false, 'Nghị định 45/2025/NĐ-CP; ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (106, 'PROVINCE_JUSTICE', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Tư pháp', 'Department of Justice', null, '(,)', true, false, 'Nghị định 45/2025/NĐ-CP, danh sách các sở', true),
    (107, 'PROVINCE_HEALTH', 'HEALTH', 'PROVINCE', '{}', 'Sở Y tế', 'Department of Health', null, '(,)', true, false, 'Nghị định 45/2025/NĐ-CP, danh sách các sở', true),
    (108, 'PROVINCE_EDUCATION', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Giáo dục và Đào tạo', 'Department of Education and Training', 'Sở GDĐT', '(,)', true, false, 'Nghị định 45/2025/NĐ-CP, danh sách các sở', true),
    (109, 'PROVINCE_CULTURE', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Văn hóa, Thể thao và Du lịch', 'Department of Culture, Sports and Tourism', 'Sở VHTTDL', '(,)', true, false, 'Nghị định 45/2025/NĐ-CP; một số nơi tách Sở Du lịch', true),
    (110, 'PROVINCE_INFORMATION', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Thông tin và Truyền thông', 'Department of Information and Communications', 'Sở TTTT', '(,2025-03-01)', true, false, 'ictvietnam.vn 10/3/2025; ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (111, 'PROVINCE_SCIENCE', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology', 'Sở KHCN', '(,)', true, false, 'Nghị định 45/2025/NĐ-CP, danh sách các sở', true),
    (112, 'PROVINCE_AGRICULTURE', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Nông nghiệp và Phát triển nông thôn', 'Department of Agriculture and Rural Development', 'Sở NNPTNT', '(,2025-03-01)', true, false, 'Nghị định 45/2025/NĐ-CP; ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (112, 'PROVINCE_AGRICULTURE', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment', 'Sở NNMT', '[2025-03-01,)', true, false, 'Nghị định 45/2025/NĐ-CP; ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (113, 'PROVINCE_ENVIRONMENT', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Tài nguyên và Môi trường', 'Department of Natural Resources and Environment', 'Sở TNMT', '(,2025-03-01)', true, false, 'Nghị định 45/2025/NĐ-CP; ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (114, 'PROVINCE_INDUSTRY', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Công Thương', 'Department of Industry and Trade', null, '(,)', true, false, 'Nghị định 45/2025/NĐ-CP, danh sách các sở', true),
    (115, 'PROVINCE_CONSTRUCTION', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Xây dựng', 'Department of Construction', null, '(,)', true, false, 'Nghị định 45/2025/NĐ-CP, danh sách các sở', true),
    (116, 'PROVINCE_TRANSPORT', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Giao thông vận tải', 'Department of Transport', 'Sở GTVT', '(,2025-03-01)', true, false, 'Nghị định 45/2025/NĐ-CP; ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (117, 'PROVINCE_ETHNIC', 'DEPARTMENT', 'PROVINCE', '{}', 'Ban Dân tộc', 'Committee for Ethnic Affairs', null, '(,2025-03-01)', false, false, 'baodantoc.vn 02/2025 (Lâm Đồng); ngày cụ thể tùy từng tỉnh sắp xếp', true),
    (117, 'PROVINCE_ETHNIC', 'DEPARTMENT', 'PROVINCE', '{}', 'Sở Dân tộc và Tôn giáo', 'Department of Ethnic and Religious Affairs', 'Sở DTTG', '[2025-03-01,)', true, false, 'Nghị định 45/2025/NĐ-CP; không phải tỉnh nào cũng có', true),
    (118, 'PROVINCE_INSPECTORATE', 'DEPARTMENT', 'PROVINCE', '{}', 'Thanh tra {tier}', 'Provincial Inspectorate', null, '(,)', true, false, 'Nghị định 45/2025/NĐ-CP, danh sách các cơ quan chuyên môn', true),
    (119, 'PROVINCE_SERVICE_CENTRE', 'PUBLIC_SERVICE', 'PROVINCE', '{}', 'Trung tâm Phục vụ hành chính công {tier}', 'Provincial Public Administration Service Centre', 'TTPVHCC', '[2025-07-01,)', false, false, 'Nghị định 118/2025/NĐ-CP; mô hình từng tỉnh chưa đối chiếu', false),
    (130, 'PROVINCE_POLICE', 'POLICE', 'PROVINCE', '{}', 'Công an {tier}', 'Provincial Police', null, '(,)', true, false, 'Kế hoạch cấp tỉnh đã đọc', true),
    (131, 'PROVINCE_MILITARY', 'MILITARY', 'PROVINCE', '{}', 'Bộ Chỉ huy Quân sự {tier}', 'Provincial Military Command', 'Bộ CHQS', '(,)', true, false, 'Thường gặp trong kế hoạch cấp tỉnh; chưa đối chiếu', false),
    (132, 'PROVINCE_COURT', 'OTHER', 'PROVINCE', '{}', 'Tòa án nhân dân {tier}', 'Provincial People''s Court', 'TAND', '(,)', true, false, 'Luật Tổ chức Tòa án nhân dân; chưa đối chiếu tên hiện hành', false),
    (133, 'PROVINCE_PROCURACY', 'OTHER', 'PROVINCE', '{}', 'Viện kiểm sát nhân dân {tier}', 'Provincial People''s Procuracy', 'VKSND', '(,)', true, false, 'Luật Tổ chức Viện kiểm sát nhân dân; chưa đối chiếu tên hiện hành', false),
    (134, 'PROVINCE_STATISTICS', 'STATISTICS', 'PROVINCE', '{}', 'Cục Thống kê {tier}', 'Provincial Statistics Office', null, '(,2025-03-01)', true, false, 'Tên trước khi sắp xếp ngành Thống kê; ngày chưa đối chiếu', false),
    (134, 'PROVINCE_STATISTICS', 'STATISTICS', 'PROVINCE', '{}', 'Thống kê {tier}', 'Provincial Statistics Office', null, '[2025-03-01,)', true, false, 'Sắp xếp ngành Thống kê năm 2025; tên và ngày chưa đối chiếu', false),
    (135, 'PROVINCE_INSURANCE', 'OTHER', 'PROVINCE', '{}', 'Bảo hiểm xã hội {tier}', 'Provincial Social Insurance', 'BHXH', '(,)', true, false, 'Sắp xếp ngành Bảo hiểm xã hội năm 2025; tên hiện hành chưa đối chiếu', false),
    (136, 'PROVINCE_POLICY_BANK', 'BANK', 'PROVINCE', '{}', 'Ngân hàng Chính sách xã hội chi nhánh {tier}', 'Bank for Social Policies, provincial branch', 'NHCSXH', '(,)', true, false, 'Thường gặp trong kế hoạch cấp tỉnh; chưa đối chiếu', false),
    (137, 'PROVINCE_MEDIA', 'MEDIA', 'PROVINCE', '{}', 'Báo và Phát thanh, Truyền hình {tier}', 'Provincial Newspaper, Radio and Television', 'Báo và PTTH', '[2025-03-01,)', true, false, 'Hợp nhất báo và đài năm 2025; ngày tùy từng tỉnh, chưa đối chiếu', false),
    (137, 'PROVINCE_MEDIA', 'MEDIA', 'PROVINCE', '{}', 'Đài Phát thanh và Truyền hình {tier}', 'Provincial Radio and Television', 'Đài PTTH', '(,2025-03-01)', true, false, 'Trước khi hợp nhất với báo; ngày tùy từng tỉnh', true),
    (140, 'PROVINCE_FRONT', 'FATHERLAND_FRONT', 'PROVINCE', '{}', 'Ủy ban Mặt trận Tổ quốc Việt Nam {tier}', 'Provincial Fatherland Front Committee', 'MTTQ {tier}', '(,)', true, false, 'Kế hoạch cấp tỉnh đã đọc', true),
    (141, 'PROVINCE_WOMENS_UNION', 'WOMENS_UNION', 'PROVINCE', '{}', 'Hội Liên hiệp Phụ nữ {tier}', 'Provincial Women''s Union', 'Hội LHPN {tier}', '(,)', true, false, 'Kế hoạch cấp tỉnh đã đọc', true),
    (142, 'PROVINCE_YOUTH_UNION', 'YOUTH_UNION', 'PROVINCE', '{}', '{tier} Đoàn', 'Provincial Youth Union', null, '(,)', true, false, 'Tên thường gọi; chưa đối chiếu', false),
    (143, 'PROVINCE_TRADE_UNION', 'TRADE_UNION', 'PROVINCE', '{}', 'Liên đoàn Lao động {tier}', 'Provincial Confederation of Labour', 'LĐLĐ {tier}', '(,)', true, false, 'Kế hoạch cấp tỉnh đã đọc', true),
    (144, 'PROVINCE_FARMERS_UNION', 'FARMERS_UNION', 'PROVINCE', '{}', 'Hội Nông dân {tier}', 'Provincial Farmers'' Union', null, '(,)', true, false, 'Kế hoạch cấp tỉnh đã đọc', true),
    (145, 'PROVINCE_VETERANS', 'VETERANS', 'PROVINCE', '{}', 'Hội Cựu chiến binh {tier}', 'Provincial Veterans'' Association', 'Hội CCB {tier}', '(,)', true, false, 'Thường gặp trong kế hoạch cấp tỉnh; chưa đối chiếu', false),
    -- district, until it ended
    (200, 'DISTRICT_PEOPLES_COMMITTEE', 'PEOPLES_COMMITTEE', 'DISTRICT', '{}', 'UBND {unit}', 'District People''s Committee', null, '(,2025-07-01)', true, false, 'Cấp huyện kết thúc ngày 30/6/2025', true),
    (201, 'DISTRICT_OFFICE', 'OFFICE', 'DISTRICT', '{}', 'Văn phòng HĐND và UBND {tier}', 'Office of the District Council and People''s Committee', null, '(,2025-07-01)', true, false, 'Kế hoạch cấp huyện đã đọc', true),
    (202, 'DISTRICT_LABOUR', 'DEPARTMENT', 'DISTRICT', '{}', 'Phòng Lao động - Thương binh và Xã hội', 'Division of Labour, Invalids and Social Affairs', 'Phòng LĐTBXH', '(,2025-03-01)', true, true, 'Kế hoạch cấp huyện đã đọc (2024)', true),
    (203, 'DISTRICT_HOME_AFFAIRS', 'DEPARTMENT', 'DISTRICT', '{}', 'Phòng Nội vụ', 'Division of Home Affairs', null, '(,2025-03-01)', true, false, 'Kế hoạch cấp huyện đã đọc (2024)', true),
    (203, 'DISTRICT_HOME_AFFAIRS', 'DEPARTMENT', 'DISTRICT', '{}', 'Phòng Nội vụ', 'Division of Home Affairs', null, '[2025-03-01,2025-07-01)', true, true, 'Tiếp nhận từ Phòng LĐTBXH; ngày tùy từng nơi', true),
    (204, 'DISTRICT_HEALTH', 'HEALTH', 'DISTRICT', '{}', 'Phòng Y tế', 'Division of Health', null, '(,2025-07-01)', true, false, 'Kế hoạch cấp huyện đã đọc (2024)', true),
    (205, 'DISTRICT_EDUCATION', 'DEPARTMENT', 'DISTRICT', '{}', 'Phòng Giáo dục và Đào tạo', 'Division of Education and Training', 'Phòng GDĐT', '(,2025-07-01)', true, false, 'Kế hoạch cấp huyện đã đọc (2024)', true),
    (206, 'DISTRICT_POLICE', 'POLICE', 'DISTRICT', '{}', 'Công an {tier}', 'District Police', null, '(,2025-03-01)', true, false, 'Công an cấp huyện kết thúc ngày 01/3/2025; chưa đối chiếu', false),
    (207, 'DISTRICT_WOMENS_UNION', 'WOMENS_UNION', 'DISTRICT', '{}', 'Hội Liên hiệp Phụ nữ {tier}', 'District Women''s Union', 'Hội LHPN {tier}', '(,2025-07-01)', true, false, 'Kế hoạch cấp huyện đã đọc (2024)', true),
    (208, 'DISTRICT_FRONT', 'FATHERLAND_FRONT', 'DISTRICT', '{}', 'Ủy ban Mặt trận Tổ quốc Việt Nam {tier}', 'District Fatherland Front Committee', 'MTTQ {tier}', '(,2025-07-01)', true, false, 'Kế hoạch cấp huyện đã đọc (2024)', true),
    -- commune, ward, special zone
    (300, 'COMMUNE_PEOPLES_COMMITTEE', 'PEOPLES_COMMITTEE', 'COMMUNE', '{}', 'UBND {unit}', 'Commune People''s Committee', null, '(,)', true, false, 'Luật Tổ chức chính quyền địa phương', true),
    (301, 'COMMUNE_OFFICE', 'OFFICE', 'COMMUNE', '{}', 'Văn phòng HĐND và UBND {tier}', 'Office of the Commune Council and People''s Committee', 'Văn phòng', '[2025-07-01,)', true, false, 'Nghị định 150/2025/NĐ-CP (kinhtedothi.vn 10/2025)', true),
    (302, 'COMMUNE_CULTURE', 'DEPARTMENT', 'COMMUNE', '{}', 'Phòng Văn hóa - Xã hội', 'Division of Culture and Social Affairs', 'Phòng VH-XH', '[2025-07-01,)', true, true, 'Nghị định 150/2025/NĐ-CP (kinhtedothi.vn 10/2025)', true),
    (303, 'COMMUNE_ECONOMY', 'DEPARTMENT', 'COMMUNE', '{xã}', 'Phòng Kinh tế', 'Division of Economy', null, '[2025-07-01,)', true, false, 'Nghị định 150/2025/NĐ-CP (kinhtedothi.vn 10/2025)', true),
    (303, 'WARD_ECONOMY', 'DEPARTMENT', 'COMMUNE', '{phường,đặc khu}', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Division of Economy, Infrastructure and Urban Affairs', 'Phòng KTHTĐT', '[2025-07-01,)', true, false, 'Nghị định 150/2025/NĐ-CP (kinhtedothi.vn 10/2025); riêng đặc khu chưa đối chiếu', false),
    (304, 'COMMUNE_SERVICE_CENTRE', 'PUBLIC_SERVICE', 'COMMUNE', '{}', 'Trung tâm Phục vụ hành chính công {tier}', 'Commune Public Administration Service Centre', 'TTPVHCC', '[2025-07-01,)', true, false, 'Nghị định 150/2025/NĐ-CP (kinhtedothi.vn 10/2025)', true),
    (305, 'COMMUNE_SUPPLY_CENTRE', 'PUBLIC_SERVICE', 'COMMUNE', '{}', 'Trung tâm Cung ứng dịch vụ sự nghiệp công {tier}', 'Commune Public Service Supply Centre', null, '[2025-07-01,)', false, false, 'Tên và mô hình tùy từng tỉnh; chưa đối chiếu', false),
    (310, 'COMMUNE_POLICE', 'POLICE', 'COMMUNE', '{}', 'Công an {tier}', 'Commune Police', null, '(,)', true, false, 'Kế hoạch cấp xã đã đọc', true),
    (311, 'COMMUNE_MILITARY', 'MILITARY', 'COMMUNE', '{}', 'Ban Chỉ huy Quân sự {tier}', 'Commune Military Command', 'Ban CHQS', '(,)', true, false, 'Thường gặp trong kế hoạch cấp xã; chưa đối chiếu', false),
    (312, 'COMMUNE_HEALTH', 'HEALTH', 'COMMUNE', '{}', 'Trạm Y tế {tier}', 'Commune Health Station', 'Trạm Y tế', '(,)', true, false, 'Kế hoạch cấp xã đã đọc', true),
    (313, 'COMMUNE_KINDERGARTEN', 'SCHOOL', 'COMMUNE', '{}', 'Trường Mầm non', 'Kindergarten', null, '(,)', false, false, 'Tên riêng do đơn vị ghi; mỗi xã có thể có nhiều trường', true),
    (314, 'COMMUNE_PRIMARY_SCHOOL', 'SCHOOL', 'COMMUNE', '{}', 'Trường Tiểu học', 'Primary school', null, '(,)', false, false, 'Tên riêng do đơn vị ghi; mỗi xã có thể có nhiều trường', true),
    (315, 'COMMUNE_SECONDARY_SCHOOL', 'SCHOOL', 'COMMUNE', '{}', 'Trường Trung học cơ sở', 'Lower secondary school', 'Trường THCS', '(,)', false, false, 'Tên riêng do đơn vị ghi; mỗi xã có thể có nhiều trường', true),
    (320, 'COMMUNE_FRONT', 'FATHERLAND_FRONT', 'COMMUNE', '{}', 'Ủy ban Mặt trận Tổ quốc Việt Nam {tier}', 'Commune Fatherland Front Committee', 'MTTQ {tier}', '(,)', true, false, 'Kế hoạch cấp xã đã đọc', true),
    (321, 'COMMUNE_WOMENS_UNION', 'WOMENS_UNION', 'COMMUNE', '{}', 'Hội Liên hiệp Phụ nữ {tier}', 'Commune Women''s Union', 'Hội LHPN {tier}', '(,)', true, false, 'Kế hoạch cấp xã đã đọc', true),
    (322, 'COMMUNE_YOUTH_UNION', 'YOUTH_UNION', 'COMMUNE', '{}', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh {tier}', 'Commune Youth Union', 'Đoàn Thanh niên', '(,)', true, false, 'Kế hoạch cấp xã đã đọc', true),
    (323, 'COMMUNE_FARMERS_UNION', 'FARMERS_UNION', 'COMMUNE', '{}', 'Hội Nông dân {tier}', 'Commune Farmers'' Union', null, '(,)', true, false, 'Kế hoạch cấp xã đã đọc', true),
    (324, 'COMMUNE_VETERANS', 'VETERANS', 'COMMUNE', '{}', 'Hội Cựu chiến binh {tier}', 'Commune Veterans'' Association', 'Hội CCB {tier}', '(,)', true, false, 'Thường gặp trong kế hoạch cấp xã; chưa đối chiếu', false),
    (325, 'COMMUNE_TRADE_UNION', 'TRADE_UNION', 'COMMUNE', '{}', 'Công đoàn {tier}', 'Commune Trade Union', null, '(,)', false, false, 'Tổ chức công đoàn cấp xã sau sắp xếp; chưa đối chiếu', false),
    (330, 'AREA_COURT', 'OTHER', 'COMMUNE', '{}', 'Tòa án nhân dân khu vực', 'Area People''s Court', 'TAND khu vực', '[2025-07-01,)', false, false, 'Một tòa cho nhiều xã; chưa đối chiếu tên', false),
    (331, 'AREA_PROCURACY', 'OTHER', 'COMMUNE', '{}', 'Viện kiểm sát nhân dân khu vực', 'Area People''s Procuracy', 'VKSND khu vực', '[2025-07-01,)', false, false, 'Một viện cho nhiều xã; chưa đối chiếu tên', false),
    (332, 'AREA_STATISTICS', 'STATISTICS', 'COMMUNE', '{}', 'Thống kê cơ sở', 'Area Statistics Office', null, '[2025-07-01,)', false, false, 'Một cơ sở cho nhiều xã; chưa đối chiếu tên', false),
    (333, 'AREA_POLICY_BANK', 'BANK', 'COMMUNE', '{}', 'Phòng giao dịch Ngân hàng Chính sách xã hội', 'Bank for Social Policies, transaction office', 'NHCSXH', '(,)', false, false, 'Một phòng giao dịch cho nhiều xã; chưa đối chiếu', false),
    (334, 'AREA_INSURANCE', 'OTHER', 'COMMUNE', '{}', 'Bảo hiểm xã hội cơ sở', 'Area Social Insurance', 'BHXH cơ sở', '[2025-07-01,)', false, false, 'Một cơ sở cho nhiều xã; chưa đối chiếu tên', false);

-- The word of the tier that a unit's name begins with: "phường" of "phường Tam Thanh".
create function unit_tier(name text) returns text
    language sql immutable parallel safe strict
    return coalesce(substring(lower(name) from '^(xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|tỉnh|thành phố)(?: |$)'), '');

alter table agency add column type_code text;
create index on agency (unit_id, type_code);
comment on column agency.type_code is 'code of its agency_type; null where it is of no known type';

update agency
   set type_code = type.code
  from unit, agency_type type
 where unit.id = agency.unit_id and type.level = unit.level and type.kind = agency.kind
   and type.valid_during && agency.valid_during
   and (type.tiers = '{}' or unit_tier(unit.name) = any(type.tiers))
   and fold(replace(agency.name, '–', '-'))
       = fold(replace(replace(type.name_vi, '{unit}', unit.name), '{tier}', unit_tier(unit.name)));
