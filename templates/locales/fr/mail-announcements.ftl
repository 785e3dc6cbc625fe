# Mails that organisers write.

mail-recording = Voir l’enregistrement
mail-survey = Donner votre avis
mail-follow_up-about = Ce message concerne { $title }, { $date }.
