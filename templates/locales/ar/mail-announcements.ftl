# Mails that organisers write.

mail-recording = شاهد التسجيل
mail-survey = شاركنا رأيك
mail-follow_up-about = تتعلق هذه الرسالة بفعالية «{ $title }»، { $date }.
