# The workspace: what stands around its pages, signing in, the list of events.

nav-label = სამუშაო სივრცე
nav-events = ღონისძიებები
nav-people = ადამიანები
nav-team = გუნდი
nav-log = ჟურნალი
nav-trash = ურნა
nav-account = თქვენი ანგარიში
nav-turn-to = გადასვლა: { $name }
nav-sign-out = გასვლა

event-tabs-label = ეს ღონისძიება
event-public-page = საჯარო გვერდი
tab-overview = მიმოხილვა
tab-edit = დეტალები
tab-lineup = გამომსვლელები
tab-registrations = რეგისტრაციები
tab-mail = წერილები
tab-check-in = დასწრება
tab-figures = სტატისტიკა
tab-log = ჟურნალი
event-state-draft = მონახაზი
event-state-published = გამოქვეყნებული
event-state-cancelled = გაუქმებული
event-state-over = დასრულებული

sign-in-title = შესვლა
sign-in-lead = მათთვის, ვინც აქ ღონისძიებებს აწყობს. შეიყვანეთ მისამართი და კოდს ელფოსტით მიიღებთ.
sign-in-turned-back = ეს გვერდი ორგანიზატორებისთვისაა. შეიყვანეთ მისამართი და კოდს ელფოსტით მიიღებთ.
sign-in-anew = შესვლის გზა და ორგანიზაციის მფლობელები შესვლიდან 15 წუთის განმავლობაში იცვლება. შეიყვანეთ მისამართი და კოდს ელფოსტით მიიღებთ; შემდეგ აქ დაბრუნდებით.
sign-in-email = თქვენი ელფოსტის მისამართი
sign-in-email-missing = შეიყვანეთ თქვენი ელფოსტის მისამართი
sign-in-email-malformed = შეიყვანეთ მისამართი ასეთი სახით: name@example.org
sign-in-submit = კოდის მიღება
sign-in-code-title = შეიყვანეთ კოდი
sign-in-code-lead = თუ ეს ორგანიზატორის მისამართია, წერილით მიიღებთ 8-ციფრიან კოდს. გამომგზავნი: { $sender }. კოდის მოქმედების ვადა: { $count ->
    [one] ერთი წუთი
   *[other] { $count } წუთი
}, მხოლოდ ამ ბრაუზერში.
sign-in-code = კოდი
sign-in-code-missing = შეიყვანეთ წერილში მითითებული კოდი
sign-in-code-wrong = ეს კოდი ბოლო წერილის კოდს არ ემთხვევა. გადაამოწმეთ ციფრები ან მოითხოვეთ ახალი კოდი
sign-in-code-often = კოდის შეყვანის მეტისმეტად ბევრი მცდელობა იყო. მოითხოვეთ ახალი კოდი
sign-in-code-over = ეს კოდი უკვე გამოყენებული ან ვადაგასულია. მოითხოვეთ ახალი კოდი
sign-in-code-submit = შესვლა
sign-in-code-again = ახალი კოდის მოთხოვნა
sign-in-link-lead = ეს ბმული ამ ბრაუზერში სისტემაში შეგიყვანთ. ის მხოლოდ ერთხელ მოქმედებს.
sign-in-link-submit = შესვლა

first-title = კეთილი იყოს თქვენი მობრძანება
first-lead = აქ ღონისძიებებს ჯერ არავინ აწყობს. გვითხარით, ვინ ხართ, და პირველი თქვენ იქნებით.
first-organisation = თქვენი ორგანიზაციის სახელი
first-organisation-hint = როგორც მას მონაწილეები იცნობენ; ყველა გვერდის თავში გამოჩნდება.
first-name = თქვენი სახელი და გვარი
first-organisation-missing = შეიყვანეთ თქვენი ორგანიზაციის სახელი
first-name-missing = შეიყვანეთ თქვენი სახელი და გვარი
first-submit = დაწყება

role-assistant = ასისტენტი
role-assistant-hint = აღნიშნავს მოსვლას და ხედავს სიებს მისამართების გარეშე
role-organiser = ორგანიზატორი
role-organiser-hint = უძღვება ღონისძიებებს: გვერდებს, გამომსვლელებს, რეგისტრაციებსა და წერილებს
role-owner = მფლობელი
role-owner-hint = ყველაფერი და, დამატებით, გუნდი

desk-home-title = ღონისძიებები
desk-home-new = ახალი ღონისძიება
desk-home-event = ღონისძიება
desk-home-when = როდის
desk-home-state = სტატუსი
desk-home-taken = დაკავებული ადგილები
desk-home-waiting = მოლოდინში
desk-home-past = ჩატარებული და გაუქმებული
desk-home-empty-title = ღონისძიებები ჯერ არ არის
desk-home-empty-text = დასაწყისისთვის საკმარისია სათაური, დღე, ბმული და რეგისტრაციის დასრულების დრო. გამოქვეყნებამდე მას ვერავინ ხედავს.

done-signed-in = თქვენ სისტემაში შეხვედით.
done-language = ენა შეიცვალა.
done-invited = მოწვევა იგზავნება.
done-invitation-withdrawn = მოწვევა გაუქმდა.
done-invitation-accepted = თქვენ გუნდის წევრი ხართ.
done-role-given = როლი შეიცვალა.
done-role-taken = როლი ჩამორთმეულია; ამ პირის ყველა ბრაუზერი სისტემიდან გამოვიდა.
done-last-owner = არაფერი შეცვლილა: გუნდს მფლობელი სჭირდება. ჯერ სხვა დანიშნეთ მფლობელად.
done-profile = შენახულია.
done-password-set = პაროლი დაყენებულია. თქვენი სხვა ბრაუზერები სისტემიდან გამოვიდა.
done-password-removed = პაროლი წაიშალა. სისტემაში ელფოსტით მიღებული კოდით შეხვალთ.
done-device-added = მოწყობილობა დაემატა. თქვენი სხვა ბრაუზერები სისტემიდან გამოვიდა.
done-device-removed = მოწყობილობა წაიშალა.
done-signed-out-elsewhere = თქვენი სხვა ბრაუზერები სისტემიდან გამოვიდა.

copy = კოპირება
copied = კოპირებულია

sign-in-by-password = შესვლა პაროლით
sign-in-by-code = კოდის ელფოსტით მიღება
sign-in-password = პაროლი
sign-in-password-wrong = მისამართი, პაროლი ან ერთჯერადი პაროლი არ ემთხვევა. გადაამოწმეთ ან მიიღეთ კოდი ელფოსტით
sign-in-password-often = პაროლის შეყვანის მეტისმეტად ბევრი მცდელობა იყო. დაიცადეთ 15 წუთი ან მიიღეთ კოდი ელფოსტით
sign-in-device = ერთჯერადი პაროლი
sign-in-device-hint = რასაც თქვენი მოწყობილობა აჩვენებს, თუ დამატებული გაქვთ.
sign-in-device-wrong = ეს პაროლი იმას არ ემთხვევა, რასაც თქვენი მოწყობილობა ახლა აჩვენებს. დაელოდეთ შემდეგს

invitation-title = ღონისძიებების ორგანიზება – { $organisation }
invitation-accept = მიღება
invitation-sign-in = მოწვევის ადრესატია { $email }; მას აქ უკვე აქვს ანგარიში. შედით სისტემაში და შემდეგ მიიღეთ მოწვევა.
invitation-sign-out = მოწვევის ადრესატია { $email }, თქვენ კი სხვა ანგარიშით ხართ შესული: { $who }. გამოდით სისტემიდან და ხელახლა გახსენით ბმული.

team-name = ვინ
team-role = როლი
team-event = ღონისძიებები
team-all-events = ყველა ღონისძიება
team-you = (თქვენ)
team-change = შეცვლა
team-remove = როლის ჩამორთმევა
team-save = შენახვა
team-invited = მოწვეულია
team-until = ვადა
team-withdraw = გაუქმება
team-invite = მოწვევა გუნდში
team-email = ელფოსტის მისამართი
team-invite-submit = მოწვევის გაგზავნა

account-name = თქვენი სახელი და გვარი
account-language = გვერდებისა და წერილების ენა
account-save = შენახვა
account-password-title = პაროლი
account-password-lead = აუცილებელი არ არის: კოდს ელფოსტით იღებთ. პაროლი გამოგადგებათ, თუ ელფოსტა ნელია.
account-password = ახალი პაროლი
account-password-hint = სულ მცირე { $count } სიმბოლო: წინადადება ადვილად დასამახსოვრებელია.
account-password-short = შეიყვანეთ სულ მცირე 15 სიმბოლო: წინადადება ადვილად დასამახსოვრებელია
account-password-set = პაროლის დაყენება
account-password-change = პაროლის შეცვლა
account-password-remove = პაროლის წაშლა
account-device-title = ერთჯერადი პაროლები
account-device-lead = ტელეფონის აპლიკაცია ყოველ ნახევარ წუთში ახალ პაროლს აჩვენებს. ასე მხოლოდ თქვენს საფოსტო ყუთზე წვდომით სისტემაში ვერავინ შევა.
account-device-there = მოწყობილობა დამატებულია.
account-device-add = მოწყობილობის დამატება
account-device-remove = მოწყობილობის წაშლა
account-browsers-title = სხვა ბრაუზერები
account-browsers-end = ყველა სხვა ბრაუზერიდან გამოსვლა
account-anew-title = შესვლის გზა
account-anew-lead = შესვლის გზის შესაცვლელად ჯერ თავიდან შედით. ამ ბრაუზერში 15 წუთზე მეტია, რაც შესული ხართ, ან ერთიანი შესვლით შეხვედით.
account-anew = თავიდან შესვლა
device-lead = შეიყვანეთ ეს გასაღები ტელეფონში ერთჯერადი პაროლების აპლიკაციაში, შემდეგ კი აქ აკრიფეთ, რასაც ის აჩვენებს.
device-open = გახსნა ამ მოწყობილობაზე
device-code = რას აჩვენებს მოწყობილობა
device-code-wrong = ეს პაროლი იმას არ ემთხვევა, რასაც თქვენი მოწყობილობა ახლა აჩვენებს. გადაამოწმეთ გასაღები ან დაელოდეთ შემდეგს
device-submit = მოწყობილობის დამატება
