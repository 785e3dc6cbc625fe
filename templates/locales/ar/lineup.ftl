# Line-ups, the directory of people, and the pages of those who appear.

lineup-role-speaker = متحدث
lineup-role-moderator = إدارة الجلسة
lineup-role-discussant = تعقيب
lineup-role-keynote = كلمة رئيسية
lineup-role-interpreter = ترجمة فورية
lineup-role-opening = كلمة افتتاحية
