# Line-ups, the directory of people, and the pages of those who appear.

lineup-role-speaker = speaker
lineup-role-moderator = moderator
lineup-role-discussant = discussant
lineup-role-keynote = keynote speaker
lineup-role-interpreter = interpreter
lineup-role-opening = opening remarks
