# Mails that organisers write.

mail-recording = Смотреть запись
mail-survey = Поделиться впечатлениями
mail-follow_up-about = Это письмо — о мероприятии «{ $title }» ({ $date }).
