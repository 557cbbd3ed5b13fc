-- What was found on a blog alone is not confirmed; where an administrator has seen to the entry since, it stays.
UPDATE legal_document
   SET confirmed = false, source = 'Một trang blog; ngày theo căn cứ của Quyết định 128/2025/QĐ-UBND Thanh Hóa'
 WHERE number = '72/2025/QH15' AND source LIKE 'danhmucvanbanphapluatvietnam.blogspot.com%';
