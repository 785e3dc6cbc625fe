# Line-ups, the directory of people, and the pages of those who appear.

lineup-role-speaker = მომხსენებელი
lineup-role-moderator = მოდერატორი
lineup-role-discussant = დისკუსანტი
lineup-role-keynote = მთავარი მომხსენებელი
lineup-role-interpreter = თარჯიმანი
lineup-role-opening = მისასალმებელი სიტყვა

lineup-state-idea = განიხილება
lineup-state-invited = მოწვეულია
lineup-state-confirmed = დადასტურებულია
lineup-state-declined = უარი თქვა
lineup-state-withdrawn = აღარ მონაწილეობს

lineup-field-role = როლი
lineup-field-state = სტატუსი
lineup-field-state-hint = საჯაროდ მხოლოდ დადასტურებული სახელები ჩანს.
lineup-field-name = სახელი და გვარი
lineup-field-position = თანამდებობა
lineup-field-organisation = ორგანიზაცია
lineup-field-bio = მოკლე ბიოგრაფია
lineup-field-email = ელფოსტის მისამართი
lineup-field-email-hint = მოწვევისა და ჩართვის ბმულისთვის. არასოდეს ჩანს.
lineup-field-channel = არხი
lineup-field-channel-hint = თარჯიმნებისთვის: არხი, რომელშიც მუშაობს.
lineup-channel = { $from } → { $to }
lineup-channel-any = არცერთი კონკრეტულად
lineup-field-place = რიგითი ადგილი
lineup-field-in = { $field } ({ $language })

lineup-title = გამომსვლელები
lineup-tells-nobody = აქ შეტანილი ცვლილებები საჯარო გვერდზე მაშინვე ჩანს. მონაწილეებს ამის შესახებ წერილი არ ეგზავნებათ.
lineup-announce = განცხადების დაწერა
lineup-run-sheet = მიმდინარეობის გეგმა
lineup-interpreters = ფურცელი თარჯიმნებისთვის
lineup-sessions = სესიები
lineup-standing = დადასტურებულია { $confirmed } / { $places }
lineup-tasks = { $count ->
    [one] ერთი საქმე გასაკეთებელია
   *[other] { $count } საქმე გასაკეთებელია
}
lineup-need-unanswered = ორი შეხსენების შემდეგაც არ უპასუხია. დაურეკეთ ან პირადად მისწერეთ.
lineup-need-declined = უარი თქვა. მოძებნეთ სხვა.
lineup-need-withdrew = თანახმა იყო, მაგრამ ვეღარ მოდის. მოძებნეთ სხვა.
lineup-unasked = { $count ->
    [one] ერთ ადამიანს, რომლის მისამართიც მითითებულია, მოწვევა ჯერ არ გაგზავნია.
   *[other] { $count } ადამიანს, რომელთა მისამართებიც მითითებულია, მოწვევა ჯერ არ გაგზავნია.
}
lineup-ask-all = { $count ->
    [one] მოწვევის გაგზავნა
   *[other] მოწვევის გაგზავნა ყველასთვის ({ $count })
}
lineup-ask = მოწვევის გაგზავნა
lineup-ask-again = მოწვევის ხელახლა გაგზავნა
lineup-asked = მოწვევა გაიგზავნა: { $moment }.
lineup-gaps = ჯერ აკლია:
lineup-gap-email = ელფოსტის მისამართი
lineup-gap-name = სახელი და გვარი ({ $language })
lineup-gap-bio = მოკლე ბიოგრაფია ({ $language })
lineup-gap-photo = ფოტო
lineup-gap-consent = ფოტოზე თანხმობა
lineup-up = ზემოთ აწევა
lineup-down = ქვემოთ ჩაწევა
lineup-move-to = გადატანა ადგილზე (1-დან { $count }-მდე)
lineup-move = გადატანა
lineup-moved = { $name } – ახალი ადგილი: { $place } / { $count }
lineup-role-up = ამ როლის ზემოთ აწევა
lineup-more = მეტი
lineup-set-state = დაყენება
lineup-edit = შეცვლა
lineup-withdraw = მოხსნა ან ჩანაცვლება
lineup-off = არ მონაწილეობს
lineup-note = გათვალისწინებულია
lineup-replace = ჩანაცვლება
lineup-remove = წაშლა
lineup-empty-title = ამ სესიაში ჯერ არავინ არის
lineup-empty-text = დაამატეთ ადამიანები სათითაოდ ან ჩასვით ცხრილიდან. სანამ მოწვევას არ გაგზავნით, მათ არაფერი ეცნობებათ.
lineup-add = დამატება
lineup-add-title = გამომსვლელის დამატება სესიაში
lineup-add-submit = გამომსვლელებში დამატება
lineup-open-hint = დატოვეთ სახელი ცარიელი, თუ გამომსვლელი მოგვიანებით გამოცხადდება.
lineup-paste = ცხრილიდან ჩასმა
lineup-back = გამომსვლელებზე დაბრუნება
lineup-save = შენახვა
lineup-from-directory = ცნობარიდან
lineup-nobody-found = ცნობარში ასეთი სახელით არავინ არის. ახალი პირის დასამატებლად შეავსეთ ფორმა.
lineup-their-page = გამომსვლელის პირადი გვერდი
lineup-their-page-text = მოწვევას ახლავს ბმული გვერდზე, სადაც გამომსვლელი მონაწილეობას ადასტურებს ან უარს ამბობს, მიუთითებს, როგორ წარვადგინოთ, და ფოტოს ტვირთავს. ანგარიში საჭირო არ არის.
lineup-revoke = ბმულის გაუქმება
lineup-person = ჩანაწერი ცნობარში
lineup-leaves = თუ ვერ მოდის
lineup-remove-mistake = შეცდომით დამატებული ჩანაწერის წაშლა
lineup-replace-title = ვის ცვლის: { $name }

lineup-withdraw-title = გამომსვლელის მოხსნა: { $name }
lineup-withdraw-told = ვის ეცნობება
lineup-withdraw-page = საჯარო გვერდზე მაშინვე აღარ გამოჩნდება.
lineup-withdraw-attendees = მონაწილეებს წერილი არ ეგზავნებათ.
lineup-withdraw-person = აქედან მოწვევა არ გაგზავნია, ამიტომ წერილი არ მიუვა.
lineup-withdraw-person-asked = ამის შესახებ წერილი არ ეგზავნება: პირადად მისწერეთ. გვერდის ბმული კვლავ იმუშავებს, ოღონდ ჩართვის ბმულის გარეშე.
lineup-withdraw-submit = მოხსნა
lineup-withdraw-replace = მოხსნა და სხვის დასახელება
lineup-withdraw-expected = { $count ->
    [0] ამ სესიაზე ადგილი ჯერ არავის აქვს.
    [one] ამ სესიაზე ადგილი { $count } ადამიანს აქვს.
   *[other] ამ სესიაზე ადგილი { $count } ადამიანს აქვს.
}
lineup-remove-title = წაშლა: { $name }
lineup-remove-asked = მოწვევა წერილით გაეგზავნა: პირადი გვერდის ბმული აღარ იმუშავებს და პასუხი დაიკარგება.
lineup-session = სესია

lineup-overtaken-title = სხვამ დაგასწროთ
lineup-overtaken-text = სანამ ეს გვერდი ღია იყო, ღონისძიება შეიცვალა. თქვენი ცვლილებები ჯერ არ შენახულა, მაგრამ არც ის დაკარგულა, რაც აკრიფეთ: ნახეთ განსხვავება და კვლავ სცადეთ.
lineup-actor-colleague = ყოფილი თანამშრომელი
lineup-actor-self = თავად გამომსვლელი
lineup-actor-operator = სერვისის ოპერატორი
lineup-change-added = { $actor } – დამატება: { $who }
lineup-change-changed = { $actor } – შეცვლა: { $who }
lineup-change-moved = { $actor } – გადატანა: { $who }
lineup-change-role_moved = { $actor } – როლის ზემოთ აწევა: { $who }
lineup-change-state = { $actor } – სტატუსის შეცვლა: { $who }
lineup-change-withdrawn = { $actor } – მოხსნა: { $who }
lineup-change-removed = { $actor } – წაშლა: { $who }
lineup-change-noted = { $actor } – პასუხის გათვალისწინება: { $who }
lineup-change-photo = { $actor } – ფოტოს შეცვლა: { $who }
lineup-change-invited = { $actor } – მოწვევის გაგზავნა: { $who }
lineup-change-revoked = { $actor } – ბმულის გაუქმება: { $who }
lineup-change-answered = { $actor } – პასუხი: { $who }
lineup-change-described = { $actor } – აღწერის შეცვლა: { $who }
lineup-change-event = { $actor } – ღონისძიების დეტალების შეცვლა

lineup-problem-email = შეიყვანეთ მისამართი ასეთი სახით: name@example.org
lineup-problem-long = შეამოკლეთ ეს ტექსტი
lineup-problem-link = ამოიღეთ ამ ტექსტიდან შეხვედრის ბმული

photo-title = ფოტო
photo-choose = ფოტოს არჩევა
photo-replace = სხვა ფოტოს არჩევა
photo-hint = JPEG, PNG ან WebP, არაუმეტეს 5 მბ. გადაღების ადგილი და დრო ფაილიდან იშლება.
photo-crop = რომელი ნაწილი დარჩეს
photo-crop-hint = სახელის გვერდით მრგვალ ფოტოს კვადრატი ყველაზე მეტად უხდება. ის ფოტოს შენახვისას ამოიჭრება.
photo-crop-whole = მთელი ფოტო
photo-crop-start = კვადრატი ზემოთ, ან განიერი ფოტოს მარცხენა მხარეს
photo-crop-middle = კვადრატი შუაში
photo-crop-end = კვადრატი ქვემოთ, ან განიერი ფოტოს მარჯვენა მხარეს
photo-alt = რა ჩანს ფოტოზე
photo-alt-hint = მათთვის, ვინც ფოტოს ვერ ხედავს, მაგალითად: „ქალი ტრიბუნასთან“.
photo-no-alt = ფოტო აღწერის გარეშე
photo-consent = გამომსვლელი თანახმაა, რომ მისი ფოტო საჯაროდ გამოჩნდეს
photo-consent-own = თანახმა ვარ, რომ ჩემი ფოტო ღონისძიების საჯარო გვერდზე გამოჩნდეს
photo-submit = ფოტოს შენახვა
photo-remove = ფოტოს წაშლა
photo-problem-missing = ჯერ აირჩიეთ ფაილი
photo-problem-heavy = აირჩიეთ არაუმეტეს 5 მბ ზომის ფაილი
photo-problem-format = აირჩიეთ JPEG, PNG ან WebP ფაილი
photo-problem-pixels = აირჩიეთ უფრო მცირე სურათი, არაუმეტეს 40 მილიონი პიქსელისა
photo-problem-damaged = ეს ფაილი დაზიანებულია. აირჩიეთ სხვა
photo-problem-slow = სურათის დამუშავებას ძალიან დიდი დრო დასჭირდა. სცადეთ უფრო მცირე

paste-title = ცხრილიდან ჩასმა
paste-rows = მწკრივები
paste-hint = დააკოპირეთ უჯრები თქვენი ცხრილიდან და აქ ჩასვით: როლი, სახელი და გვარი, თანამდებობა, ორგანიზაცია, ელფოსტის მისამართი. თუ პირველ მწკრივში ეს სათაურებია, თანმიმდევრობა შეიძლება სხვაც იყოს; Eventbrite-ის, pretix-ის, Zoom-ისა და Indico-ს ექსპორტი უცვლელად იკითხება.
paste-language = ამ ტექსტების ენა
paste-submit = წინასწარ ნახვა
paste-preview = { $count ->
    [one] ერთი ადამიანი
   *[other] { $count } ადამიანი
}
paste-wrong = { $count ->
    [one] ერთი უჯრა გასასწორებელია. მანამდე არავინ დაემატება.
   *[other] { $count } უჯრა გასასწორებელია. მანამდე არავინ დაემატება.
}
paste-confirm = { $count ->
    [one] დამატება
   *[other] ყველას დამატება ({ $count })
}
paste-problem-role = გამოიყენეთ: მომხსენებელი, მოდერატორი, დისკუსანტი, მთავარი მომხსენებელი, თარჯიმანი ან მისასალმებელი სიტყვა
paste-problem-name = შეიყვანეთ სახელი და გვარი
paste-problem-twice = ეს სახელი სესიაში უკვე არის
paste-problem-empty = ჩასვით ერთი მწკრივი მაინც
paste-problem-many = ერთდროულად ჩასვით არაუმეტეს 200 მწკრივისა

people-title = ადამიანები
people-add = დამატება
people-add-submit = ცნობარში დამატება
people-search = ძებნა სახელით ან ორგანიზაციით
people-find = ძებნა
people-all = ყველას ჩვენება
people-count = { $count ->
    [0] ასეთი სახელით არავინ არის.
    [one] ერთი ადამიანი
   *[other] { $count } ადამიანი
}
people-paste-hint = დააკოპირეთ უჯრები თქვენი ცხრილიდან და აქ ჩასვით: სახელი და გვარი, თანამდებობა, ორგანიზაცია, ელფოსტის მისამართი. თუ პირველ მწკრივში ეს სათაურებია, თანმიმდევრობა შეიძლება სხვაც იყოს. დამატებამდე ყველას ნახავთ.
people-paste-known = ცნობარში უკვე არის: უცვლელი რჩება
people-appearances = გამოსვლები
people-empty-title = ცნობარი ჯერ ცარიელია
people-empty-text = ვისაც გამომსვლელებში დაამატებთ, აქ თავისით გამოჩნდება და მომდევნო ღონისძიებისთვის მზად იქნება.
people-pages = გვერდები
people-previous = წინა გვერდი
people-next = შემდეგი გვერდი
people-back = ცნობარზე დაბრუნება
people-hint = მომავალი ღონისძიებებისთვის. ჩატარებულ ღონისძიებებში მითითებული მონაცემები არასოდეს იცვლება.
people-appeared = სად გამოვიდა
people-as-of-then = იმ დროისთვის
people-remove-title = ცნობარიდან წაშლა
people-remove-text = არც ერთი ღონისძიების გამომსვლელი არ არის.
people-remove = წაშლა
people-nothing = არაფერი
people-overtaken-text = სანამ ეს გვერდი ღია იყო, ჩანაწერი შეიცვალა. რაც აკრიფეთ, ქვემოთ არის; ჩანაწერში კი ახლა ეს წერია:
people-problem-name = შეიყვანეთ სახელი და გვარი ერთ ენაზე მაინც
people-problem-taken = ასეთი სახელით ცნობარში უკვე არის ჩანაწერი

sheet-run = მიმდინარეობის გეგმა
sheet-interpreters = ფურცელი თარჯიმნებისთვის
sheet-back = უკან
sheet-about = თანამდებობა და ორგანიზაცია
sheet-printed = მდგომარეობა: { $moment }

appearing-title = თქვენი მონაწილეობა პროგრამაში
appearing-you = კეთილი იყოს თქვენი მობრძანება
appearing-asked = ორგანიზატორს სურს, რომ მონაწილეობა მიიღოთ. დაადასტურეთ ან უარი თქვით ქვემოთ; ანგარიში საჭირო არ არის.
appearing-over = ეს ღონისძიება დასრულდა. აქ ვეღარაფერს შეცვლით.
appearing-cancelled = ეს ღონისძიება არ ჩატარდება.
appearing-state-invited = პასუხი ჯერ არ არის
appearing-state-confirmed = დადასტურებულია
appearing-state-declined = უარი
appearing-state-withdrawn = აღარ მონაწილეობთ
appearing-confirm = ვმონაწილეობ
appearing-confirm-all = { $count ->
    [one] ვმონაწილეობ
   *[other] ვმონაწილეობ ყველაში ({ $count })
}
appearing-decline = ვერ ვმონაწილეობ
appearing-withdraw = ვეღარ ვმონაწილეობ
appearing-decline-text = ორგანიზატორს მაშინვე ეცნობება და შესაძლოა ადგილი სხვას დაუთმოს.
appearing-decline-button = ორგანიზატორისთვის შეტყობინება
appearing-with = თქვენთან ერთად:
appearing-join-from = ჩართვის ბმული აქაც გამოჩნდება და ელფოსტითაც მოგივათ. დრო: { $moment }.
appearing-channels = თარგმანი
appearing-participants = მონაწილეები და მათი კითხვები
appearing-sheet = ფურცელი დღის წესრიგითა და სახელებით
appearing-words = როგორ წარგადგენთ
appearing-words-text = ეს ტექსტი თქვენი დადასტურების შემდეგ საჯარო გვერდზე გამოჩნდება. დაწერეთ რაც შეიძლება მეტ ენაზე.
appearing-words-submit = შენახვა
appearing-channel = თქვენი არხი: { $from } → { $to }
tech-check = ტექნიკური შემოწმება
tech-check-text = კამერისა და მიკროფონის შესამოწმებლად დაგხვდებიან ამ დროიდან: { $moment }.
tech-check-none = არ არის დანიშნული
tech-check-set = დანიშვნა
appearing-done-confirmed = თქვენი მონაწილეობა დადასტურებულია. გმადლობთ.
appearing-done-declined = ორგანიზატორმა იცის, რომ ვერ მონაწილეობთ.
appearing-done-already = ეს უკვე აღნიშნული იყო.
appearing-done-late = აქ ამის შეცვლა უკვე გვიანია. მისწერეთ ორგანიზატორს.
appearing-done-words = თქვენი ტექსტი შენახულია.
appearing-done-photo = თქვენი ფოტო შენახულია.
appearing-done-photo-gone = თქვენი ფოტო წაიშალა.

participants-title = მონაწილეები
participants-count = { $count ->
    [0] ჯერ არავინ არის დადასტურებული.
    [one] დადასტურებულია ერთი ადამიანი.
   *[other] დადასტურებულია { $count } ადამიანი.
}
participants-text = ეს სახელები მხოლოდ თქვენთვისაა: სხვას ნუ გაუმხელთ.

done-lineup-added = გამომსვლელებში დაემატა.
done-lineup-changed = შენახულია.
done-lineup-state = სტატუსი შეიცვალა.
done-lineup-note = გათვალისწინებულია.
done-lineup-remove = წაიშალა.
done-lineup-revoke = ბმული გაუქმდა და აღარ მუშაობს. ახლისთვის წერილი ხელახლა გაგზავნეთ.
done-lineup-role = როლების თანმიმდევრობა შეიცვალა.
done-lineup-withdrawn = გამომსვლელი მოიხსნა.
done-lineup-replaced = გამომსვლელი ჩანაცვლდა.
done-lineup-photo = ფოტო შენახულია.
done-lineup-invited = { $n ->
    [one] იგზავნება ერთი წერილი.
   *[other] იგზავნება { $n } წერილი.
}
done-lineup-not-reached = მოწვევა ვერავის გაეგზავნა: მისამართი აკლია ან სესია დასრულებულია.
done-lineup-pasted = { $n ->
    [one] დაემატა ერთი ადამიანი.
   *[other] დაემატა { $n } ადამიანი.
}
done-person-added = ცნობარში დაემატა.
done-person-changed = შენახულია.
done-person-photo = ფოტო შენახულია.
done-person-removed = ცნობარიდან წაიშალა.
done-person-appears = ის ღონისძიების გამომსვლელია და ცნობარში რჩება.
