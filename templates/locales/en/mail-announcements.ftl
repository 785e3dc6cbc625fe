# Mails that organisers write.

mail-recording = Watch the recording
mail-survey = Tell us what you think
mail-follow_up-about = This message is about { $title }, { $date }.
