# How many registered: charts, their tables, and the report after an event.

figures-title = სტატისტიკა
figures-intro = ყველა, ვინც დარეგისტრირდა და არც თავად გაუუქმებია რეგისტრაცია, არც უარი მიუღია. მდგომარეობა: { $moment }.
figures-empty-title = ჯერ არავინ დარეგისტრირებულა
figures-empty-text = პირველივე რეგისტრაციებიდან ეს გვერდი მათ დღეების, ენების, ქვეყნებისა და ორგანიზაციების მიხედვით აჩვენებს. გააზიარეთ ღონისძიების გვერდი, რომ რეგისტრაცია დაიწყოს.
figures-empty-draft = ჯერ გამოაქვეყნეთ ღონისძიება; როცა ხალხი დარეგისტრირდება, ეს გვერდი რეგისტრაციებს დღეების, ენების, ქვეყნებისა და ორგანიზაციების მიხედვით აჩვენებს.
figures-to-event = ღონისძიების გვერდის გახსნა
figures-to-overview = მიმოხილვაზე დაბრუნება
figures-to-report = ღონისძიების ანგარიში
figures-table = მონაცემები ცხრილის სახით
figures-scroll = დიაგრამა, გადაადგილდება გვერდულად
figures-download = ჩამოტვირთვა
figures-sources-title = გაიგეთ, რომელმა ბმულმა მოიყვანა მონაწილეები
figures-sources-text = ფორმის მისამართს დაუმატეთ ?source= და თქვენ მიერ შერჩეული მოკლე სიტყვა; თითოეულ პარტნიორს სხვადასხვა სიტყვა მიეცით. ამის შემდეგ ეს გვერდი გაჩვენებთ, რამდენი ადამიანი მოვიდა თითოეული ბმულით.

figures-title-days = რეგისტრაციები დღეების მიხედვით
figures-title-states = სტატუსის მიხედვით
figures-title-attendance = დასწრება
figures-title-languages = ენის მიხედვით
figures-title-modes = მონაწილეობის ფორმის მიხედვით
figures-title-countries = ქვეყნის მიხედვით
figures-title-organisations = ორგანიზაციის მიხედვით
figures-title-sources = გამოყენებული ბმულის მიხედვით
figures-title-sessions = დასწრება სესიების მიხედვით

figures-column-day = დღე
figures-column-week = კვირის დასაწყისი
figures-column-new = ახალი
figures-column-total = სულ
figures-column-states = სტატუსი
figures-column-attendance = დასწრება
figures-column-languages = ენა
figures-column-modes = მონაწილეობის ფორმა
figures-column-countries = ქვეყანა
figures-column-organisations = ორგანიზაცია
figures-column-sources = გამოყენებული ბმული
figures-column-session = სესია
figures-column-people = ადამიანები
figures-column-percent = პროცენტი

figures-state-unconfirmed = მისამართი დაუდასტურებელია
figures-state-pending = ელოდება გადაწყვეტილებას
figures-state-waitlisted = მოლოდინის სიაშია
figures-state-confirmed = აქვს ადგილი
figures-state-declined = უარყოფილია
figures-state-cancelled = გაუქმებულია
figures-attendance-came = მოვიდა
figures-attendance-absent = არ მოსულა

figures-silent = არ არის მითითებული
figures-silent-source = კონკრეტული ბმულის გარეშე
figures-others = ყველა დანარჩენი
figures-few = მცირე ჯგუფები
figures-untold = არ ჩანს

figures-people = { $count ->
    [one] { $count } ადამიანი
   *[other] { $count } ადამიანი
}
figures-share = { $count } ({ $percent }%)
figures-part = { $name }: { $count }
figures-summary = სულ { $people }. განაწილება: { $parts }.
figures-summary-days = { $first } – { $last }: დარეგისტრირდა { $people }. ყველაზე მეტი რეგისტრაცია: { $busiest } ({ $most }). რეგისტრაციის დასრულება: { $closes }.

figures-scale-new = ახალი
figures-scale-total = სულ
figures-closing = რეგისტრაციის დასრულება
figures-legend-day = ახალი რეგისტრაციები დღეში
figures-legend-week = ახალი რეგისტრაციები კვირაში
figures-legend-total = სულ იმ დღისთვის
figures-date = { $day } { $month }

report-title = ანგარიში
report-running = ღონისძიება ჯერ არ დასრულებულა: ეს ამჟამინდელი მონაცემებია.
report-print = PDF-ად შესანახად დაბეჭდეთ ეს გვერდი ბრაუზერიდან.
report-full = ნაჩვენებია ყველაფერი. 5 ადამიანზე მცირე ჯგუფები მხოლოდ ორგანიზატორებისთვისაა განკუთვნილი.
report-shared = 5 ადამიანზე მცირე ჯგუფები დაფარულია, რომ არავის ამოცნობა არ იყოს შესაძლებელი.
report-to-shared = გასაზიარებელი ვერსია
report-to-full = ვერსია ორგანიზატორებისთვის
report-facts = ღონისძიება
report-lineup = გამომსვლელები
report-lineup-empty = დადასტურებული გამომსვლელი არ არის.
report-numbers = მონაცემები
report-registered = დარეგისტრირდა
report-confirmed = აქვს ადგილი
report-withdrawn = გააუქმა
