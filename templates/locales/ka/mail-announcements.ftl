# Mails that organisers write.

mail-recording = ჩანაწერის ნახვა
mail-survey = გაგვიზიარეთ თქვენი აზრი
mail-follow_up-about = ეს წერილი ეხება ღონისძიებას: { $title }, { $date }.
