# An event's mail: who gets what, when; words, times, messages, announcements.

mail-title = წერილები
mail-nav-label = წერილების გვერდები
mail-nav-timeline = ვინ, რას და როდის იღებს
mail-nav-messages = შეტყობინებები
mail-nav-announcements = განცხადებები
mail-nav-words = წერილების ტექსტები
mail-nav-times = გაგზავნის დრო
mail-back = განრიგზე დაბრუნება
mail-subject = თემა
mail-untranslated = არ არის ნათარგმნი
mail-coming = გასაგზავნი
mail-now = ახლა
mail-nothing-coming = არაფერია დაგეგმილი
mail-nothing-coming-text = აქ გამოჩნდება, რას გაუგზავნის ღონისძიება მრავალ ადრესატს, დროისა და რაოდენობის მითითებით – გაგზავნამდე.
mail-gone = გაგზავნილი მრავალი ადრესატისთვის
mail-personal = ცალკეული ადრესატებისთვის
mail-personal-lead = დასტურები და გადაწყვეტილებები მაშინვე იგზავნება.
mail-personal-none = ჯერ არ არის.
mail-draft = ეს ღონისძიება მონახაზია: გამოქვეყნებამდე არაფერი იგეგმება და არაფერი იგზავნება.
mail-cancelled = ეს ღონისძიება გაუქმებულია: იგზავნება მხოლოდ გაუქმების წერილები.
mail-link-held = ბმული შეჩერებულია, თუმცა მისი გაგზავნის დრო დადგა: ის არავის მიუღია. გაუშვით, როგორც კი შეძლებთ.
mail-paused-operator = ყველა წერილი შეჩერებულია.
mail-paused-server = საფოსტო სერვერი წერილებს არ იღებს, ამიტომ ყველა წერილი ელოდება.
mail-paused-since = არც ერთი ღონისძიების წერილი არ იგზავნება. შეჩერების დრო: { $moment }.
mail-paused-owner = გაგზავნის განახლება ორგანიზაციის მფლობელს შეუძლია.
mail-resume-all = ყველა წერილის გაგზავნის განახლება
mail-no-link = ბმული აკლია. შეიყვანეთ ის განყოფილებაში „დეტალები“; შემდეგ წერილი თავისით გაიგზავნება.
mail-total = { $count ->
    [one] ერთი წერილი
   *[other] { $count } წერილი
}
mail-to-organisers = ორგანიზატორებს
mail-to-lineup = { $count ->
    [one] ერთ გამომსვლელს
   *[other] { $count } გამომსვლელს
}
mail-in-language = { $language }: { $count }
mail-all-in-language = ყველა ერთ ენაზე: { $language }
mail-more-sessions = { $count ->
    [one] და კიდევ ერთი
   *[other] და კიდევ { $count }
}
mail-done-at = ბოლო წერილის გაგზავნის სავარაუდო დრო: { $moment }.
mail-wait-held = შეჩერებულია
mail-wait-skipped = გამოტოვებულია
mail-wait-no-link = ბმული აკლია
mail-wait-quiet = წყნარი საათების შემდეგ
mail-wait-word = ელოდება თქვენს თანხმობას
mail-when-you-say = თქვენი თანხმობის შემდეგ
mail-overtaken = ღონისძიება იმავე მომენტში სხვამაც შეცვალა. გადახედეთ და ხელახლა შეინახეთ
mail-preview = ნახვა
mail-open = გახსნა
mail-words = ტექსტის შეცვლა
mail-hold = შეჩერება
mail-skip = გამოტოვება
mail-resume = გაშვება
mail-release = ბმულის ახლავე გაგზავნა
mail-one-by-one = თითოეული შეტყობინება
mail-column-kind = წერილი
mail-column-states = რამდენი
mail-column-actions = რა შეიძლება გაკეთდეს

mail-kind-registered = რეგისტრაციის დასტური
mail-kind-link = ჩართვის ბმული
mail-kind-withdrawn = რეგისტრაციის გაუქმება
mail-kind-confirm_address = მისამართის დადასტურება
mail-kind-received = განაცხადი მიღებულია
mail-kind-waitlisted = მოლოდინის სიაში
mail-kind-known = უკვე დარეგისტრირებულია
mail-kind-approved = განაცხადი დამტკიცებულია
mail-kind-promoted = ადგილი მოლოდინის შემდეგ
mail-kind-offer = ადგილის შეთავაზება
mail-kind-declined = განაცხადი უარყოფილია
mail-kind-decline_noted = უარი კალენდარში
mail-kind-resent = ხელახლა გაგზავნილი
mail-kind-reminder = შეხსენება
mail-kind-changed = ცვლილება
mail-kind-cancelled = ღონისძიება გაუქმებულია
mail-kind-alarm = გაფრთხილება: ბმული აკლია
mail-kind-lineup_invitation = გამომსვლელის მოწვევა
mail-kind-lineup_link = გამომსვლელთა ბმული
mail-kind-announcement = განცხადება
mail-kind-follow_up = შემაჯამებელი წერილი
mail-kind-test = საცდელი წერილი
mail-kind-retention = მონაცემები წაიშლება
mail-kind-other = სხვა წერილი

mail-state-scheduled = ელოდება
mail-state-leased = იგზავნება
mail-state-retry = მოგვიანებით კვლავ ვცდით
mail-state-sent = გაიგზავნა
mail-state-failed = ვერ მივიდა
mail-state-suppressed = საჭირო აღარ არის
mail-state-uncertain = გაურკვეველია
mail-state-dead = შედგენა ვერ მოხერხდა

mail-state-count-scheduled = ელოდება: { $count }
mail-state-count-leased = იგზავნება: { $count }
mail-state-count-retry = მოგვიანებით კვლავ ვცდით: { $count }
mail-state-count-sent = გაიგზავნა: { $count }
mail-state-count-failed = ვერ მივიდა: { $count }
mail-state-count-suppressed = საჭირო აღარ არის: { $count }
mail-state-count-uncertain = გაურკვეველია: { $count }
mail-state-count-dead = შედგენა ვერ მოხერხდა: { $count }

mail-registration-unconfirmed = მისამართი დაუდასტურებელია
mail-registration-pending = ელოდება გადაწყვეტილებას
mail-registration-waitlisted = მოლოდინის სიაშია
mail-registration-confirmed = აქვს ადგილი
mail-registration-declined = უარყოფილია
mail-registration-cancelled = გაუქმებულია

preview-title = ნახვა: { $kind }
preview-in = წერილის ენა: { $language }
preview-frame = წერილის საბოლოო სახე, ენა: { $language }
preview-text = იგივე უბრალო ტექსტის სახით
preview-of-person = ენა: { $language }. ადრესატი:
preview-of-sample = ასეთს იღებს ის, ვინც ახლახან დარეგისტრირდა.
preview-placeholder = ჩართვის ბმულის ადგილას პირობითი მისამართია, პირად გვერდზე მიმავალი ბმულები კი არ მუშაობს.
preview-languages = წერილის ენები
preview-search-title = კონკრეტული ადამიანისთვის
preview-search = სახელი ან მისამართი
preview-search-submit = ძებნა
preview-nobody = ასეთი სახელით არავინ არის დარეგისტრირებული.
preview-sample = ნიმუშზე დაბრუნება

test-title = საცდელი წერილის მიღება
test-lead = წერილი მოვა მისამართზე { $address }, საცდელის აღნიშვნით და კალენდრის ჩანაწერის გარეშე.
test-languages = ენები
test-submit = საცდელი წერილის გაგზავნა
test-subject = [საცდელი] { $subject }

placeholders-lead = ეს ადგილები წერილის შედგენისას ივსება. თუ ფიგურული ფრჩხილი თავისთავად გჭირდებათ, დაწერეთ ის ორჯერ.
placeholder-title = ღონისძიების სათაური
placeholder-date = დღე ან დღეები
placeholder-hours = დაწყებისა და დასრულების დრო, სასაათო სარტყელთან ერთად
placeholder-organiser = ვინ უძღვება ღონისძიებას
placeholder-closes = რეგისტრაციის ბოლო წუთი

phrase-unknown = „{ $name }“ შესავსები ადგილი არ არის. გამოიყენეთ ჩამოთვლილთაგან ერთ-ერთი ან ფრჩხილები ორჯერ დაწერეთ
phrase-many = გამოიყენეთ არაუმეტეს 50 შესავსები ადგილისა
phrase-open = დახურეთ ფრჩხილი „{"{"}“ ან დაწერეთ ის ორჯერ
phrase-close = გახსენით ფრჩხილი „{"}"}“ ან დაწერეთ ის ორჯერ
phrase-link = ამოიღეთ შეხვედრის ბმული: ის მხოლოდ ბმულის წერილში შეიძლება იყოს
phrase-subject-long = შეამოკლეთ თემა 150 სიმბოლომდე
phrase-lead-long = შეამოკლეთ შესავალი 2000 სიმბოლომდე
phrase-text-long = შეამოკლეთ ტექსტი 20 000 სიმბოლომდე
phrase-in = { $what } ({ $language })

words-title = წერილების ტექსტები
words-lead = თითოეულ წერილს ყველა ენაზე ჩვენი ტექსტი აქვს. შეგიძლიათ ის თქვენით ჩაანაცვლოთ: თემა და შესავალი თქვენია, მათ ქვემოთ მოცემული ფაქტები უცვლელი რჩება.
words-column-own = თქვენი ტექსტი
words-ours = ჩვენი ტექსტი
words-of = ტექსტი: { $kind }
words-back = ყველა ტექსტი
words-form-lead = თუ ველს ცარიელს დატოვებთ, ჩვენი ტექსტი დარჩება.
words-lead-field = შესავალი
words-submit = ტექსტის შენახვა

times-title = გაგზავნის დრო
times-reminders = შეხსენებები
times-reminders-hint = რამდენი ხნით ადრე, ყოველი სესიის დაწყებამდე. ცარიელი მწკრივი შეხსენებას არ ნიშნავს.
times-count = შეხსენება { $number }
times-unit = ერთეული
times-unit-m = წუთი
times-unit-h = საათი
times-unit-d = დღე
times-quiet = წყნარი საათები
times-quiet-hint = ამ საათებში, ღონისძიების დროით, მრავალი ადრესატის წერილები არ იგზავნება, თუ ამით არ დააგვიანდება. თუ წყნარი საათები არ გჭირდებათ, ორივე ველი ცარიელი დატოვეთ.
times-quiet-from = დასაწყისი
times-quiet-to = დასასრული
times-submit = დროის შენახვა
times-moved-lead = ამ დროებით ქვემოთ მოცემული წერილები სხვაგვარად გაიგზავნება. ჯერ არაფერი შენახულა.
times-moved-same = { $count ->
    [one] კიდევ { $count } დაგზავნა უცვლელად რჩება.
   *[other] კიდევ { $count } დაგზავნა უცვლელად რჩება.
}
times-count-malformed = შეიყვანეთ მთელი რიცხვი 1-დან 999-მდე
times-quiet-missing = შეიყვანეთ წყნარი საათების დასაწყისიც და დასასრულიც ან ორივე ცარიელი დატოვეთ
times-quiet-malformed = შეიყვანეთ დრო, მაგალითად, 22:00
times-quiet-same = შეიყვანეთ ორი განსხვავებული დრო

messages-title = შეტყობინებები
messages-all-kinds = ყველა წერილი
messages-all-states = ყველა სტატუსი
messages-state = სტატუსი
messages-filter = ჩვენება
messages-total = { $count ->
    [one] ერთი შეტყობინება
   *[other] { $count } შეტყობინება
}
messages-who = ადრესატი
messages-due = როდის
messages-reply = საფოსტო სერვერის ბოლო პასუხი
messages-id = შეტყობინების იდენტიფიკატორი
messages-organisers = ორგანიზატორები
messages-attempts = { $count ->
    [one] ერთი მცდელობა
   *[other] { $count } მცდელობა
}
messages-send-retry = კვლავ ცდა
messages-send-again = ხელახლა გაგზავნა
messages-send-now = ახლავე გაგზავნა
messages-give-up = გაგზავნაზე უარის თქმა
messages-pages = შეტყობინებების გვერდები
messages-first = უახლესი
messages-next = უფრო ადრინდელი
messages-none = შეტყობინება არ არის
messages-none-text = როგორც კი ღონისძიება რამეს გააგზავნის, აქ თითოეული შეტყობინება და მისი ბედი გამოჩნდება.

announce-title = განცხადებები
announce-new = განცხადების დაწერა
announce-back = ყველა განცხადება
announce-none = განცხადებები ჯერ არ არის
announce-none-text = შეატყობინეთ მონაწილეებს სიახლე ან დასრულების შემდეგ ჩანაწერი გაუგზავნეთ. გაგზავნამდე ნახავთ, რა მოხდება.
announce-drafts = მონახაზები
announce-written = ბოლო ცვლილება: { $moment }
announce-past = გასაგზავნად გადაცემული
announce-when = როდის
announce-made = წერილები
announce-sent = გაგზავნილი
announce-standing-waits = ელოდება
announce-standing-begun = იგზავნება
announce-standing-gone = დასრულებულია
announce-standing-stopped = შეჩერებულია
announce-standing-late = დააგვიანდა
announce-texts = რას ატყობინებთ
announce-texts-hint = ტექსტი Markdown ფორმატშია. ვის ენაზეც ტექსტი არ არის, ის მას სხვა ენაზე მიიღებს, შესაბამისი აღნიშვნით.
announce-text = ტექსტი
announce-to-whom = ვის და როდის
announce-kind = რა არის ეს
announce-kind-announcement = განცხადება ღონისძიებამდე ან მის მიმდინარეობაში
announce-kind-follow_up = შემაჯამებელი წერილი ღონისძიების შემდეგ
announce-to = ვის
announce-to-confirmed = ვისაც ადგილი აქვს
announce-to-waitlisted = ვინც მოლოდინის სიაშია
announce-to-pending = ვინც გადაწყვეტილებას ელოდება
announce-to-everybody = ყველა ჩამოთვლილს
announce-mode = მონაწილეობის ფორმა
announce-mode-any = ნებისმიერი
announce-mode-online = ონლაინ
announce-mode-in_person = ადგილზე
announce-session = სესია
announce-session-any = ნებისმიერი სესია
announce-languages = მხოლოდ ამ ენების მკითხველებს
announce-languages-hint = თუ არც ერთს მონიშნავთ, წერილს ყველა ენის მკითხველი მიიღებს.
announce-send-at = გაგზავნის დრო
announce-send-at-hint = ღონისძიების დროით: { $zone }. თუ ცარიელია: დაუყოვნებლივ, შემაჯამებელი წერილი კი – ღონისძიების დასასრულს.
announce-recording = ჩანაწერის ბმული
announce-survey = გამოკითხვის ბმული
announce-check = გაგზავნამდე შემოწმება
announce-subject-missing = შეიყვანეთ თემა ერთ ენაზე მაინც
announce-text-missing = შეიყვანეთ ტექსტი ერთ ენაზე მაინც
announce-pair-missing = შეიყვანეთ თემაც და ტექსტიც ან ორივე ცარიელი დატოვეთ. ენა: { $language }
announce-send-at-malformed = შეიყვანეთ დღე და დრო, მაგალითად, 2026-11-24T10:00
announce-send-at-impossible = შეიყვანეთ სხვა დრო: საათის გადაწევის გამო ეს დრო არ არსებობს ან ორჯერ დგება
announce-send-at-past = შეიყვანეთ მომავალი დრო
announce-send-at-late = შეიყვანეთ დრო ღონისძიების დასრულებამდე
announce-send-at-long = შეიყვანეთ დრო ღონისძიების დასრულებიდან 14 დღის ფარგლებში
announce-link-malformed = შეიყვანეთ მისამართი, რომელიც იწყება https://-ით
announce-link-kind = ჩანაწერი ან გამოკითხვა შემაჯამებელ წერილში უნდა იყოს
announce-slug = ამდენ ადრესატთან გასაგზავნად აკრიფეთ ღონისძიების მოკლე სახელი
announce-slug-wrong = აკრიფეთ მოკლე სახელი ზუსტად ისე, როგორც წერია
announce-not-published = ღონისძიება გამოქვეყნებული არ არის ან გაუქმდა: განცხადების გაგზავნა შეუძლებელია
announce-over = ღონისძიება დასრულდა: განცხადების ნაცვლად შემაჯამებელი წერილი დაწერეთ
announce-long-over = ღონისძიება 14 დღეზე მეტი ხნის წინ დასრულდა
announce-before = ზუსტად ასეთი განცხადება უკვე გაიგზავნა. ხელახლა მხოლოდ მაშინ გააგზავნეთ, თუ ეს განზრახ გსურთ
announce-progress = გაგზავნილია { $sent } / { $count ->
    [one] ერთი წერილი
   *[other] { $count } წერილი
}
announce-rest = { $count ->
    [one] ელოდება ერთი წერილი. გაგზავნის დრო: { $moment }.
   *[other] ელოდება { $count } წერილი. გაგზავნის დრო: { $moment }.
}
announce-stop = შეჩერება
announce-stop-text = { $count ->
    [one] შეჩერების შემთხვევაში ერთი ჯერ გაუგზავნელი წერილი აღარ გაიგზავნება.
   *[other] შეჩერების შემთხვევაში { $count } ჯერ გაუგზავნელი წერილი აღარ გაიგზავნება.
}

draft-title = გაგზავნამდე შემოწმება
draft-edit = შეცვლა
draft-consequences = რა მოხდება
draft-at = გაგზავნის დრო: { $moment }.
draft-now = დაუყოვნებლივ გაიგზავნება.
draft-ahead = ჯერ გაიგზავნება პირველი { $count }, თითო თითოეულ ენაზე. დანარჩენების გაგზავნის დრო: { $moment }. მანამდე შეგიძლიათ შეაჩეროთ.
draft-silent = ტექსტი არ არის ენებზე:
draft-send = { $count ->
    [one] ერთი წერილის გაგზავნა
   *[other] { $count } წერილის გაგზავნა
}
draft-send-again = მაინც ხელახლა გაგზავნა
draft-discard = მონახაზის წაშლა
draft-discard-text = ამის შესახებ არავის არაფერი შეუტყვია.

done-mail-held = შეჩერებულია. სანამ არ გაუშვებთ, არაფერი გაიგზავნება.
done-mail-skipped = გამოტოვებულია. არ გაიგზავნება.
done-mail-resumed = კვლავ იგზავნება.
done-mail-moved-on = ამასობაში გეგმა შეიცვალა. ხელახლა გადახედეთ.
done-mail-released = ბმული გაიცა: ახლა იგზავნება.
done-mail-going = წერილები კვლავ იგზავნება.
done-mail-words = ტექსტი შენახულია. ამიერიდან წერილებში ის გამოიყენება.
done-mail-times = დრო შენახულია და განრიგში ჩანს.
done-mail-tested = { $n ->
    [one] თქვენთან იგზავნება საცდელი წერილი.
   *[other] თქვენთან იგზავნება { $n } საცდელი წერილი.
}
done-message-due = ახლა იგზავნება.
done-message-not = ხელახლა გაგზავნა შეუძლებელია: შეტყობინება უკვე გაიგზავნა, საჭირო აღარ არის ან უფრო ახალმა ჩაანაცვლა.
done-message-given-up = გაგზავნა გაუქმდა.
done-announced = გადაცემულია გასაგზავნად.
done-announcement-stopped = { $n ->
    [one] შეჩერებულია. არ გაიგზავნა ერთი წერილი.
   *[other] შეჩერებულია. არ გაიგზავნა { $n } წერილი.
}
done-announcement-over = შესაჩერებელი აღარაფერი იყო.
done-draft-discarded = მონახაზი წაიშალა.
