# The registration form.

form-title = რეგისტრაცია
form-title-waitlist = მოლოდინის სიაში ჩაწერა
form-lead-waitlist = ყველა ადგილი შევსებულია. მოლოდინის სიაში ჩაწერილებს ელფოსტით ვატყობინებთ, როცა ადგილი გათავისუფლდება.
form-submit = რეგისტრაცია
form-submit-waitlist = მოლოდინის სიაში ჩაწერა
form-kept = { $count ->
    [0] თქვენს პასუხებს მხოლოდ ამ ღონისძიებისთვის ვიყენებთ და მისი დასრულებისთანავე ვშლით.
    [one] თქვენს პასუხებს მხოლოდ ამ ღონისძიებისთვის ვიყენებთ და მისი დასრულებიდან { $count } დღეში ვშლით.
   *[other] თქვენს პასუხებს მხოლოდ ამ ღონისძიებისთვის ვიყენებთ და მისი დასრულებიდან { $count } დღეში ვშლით.
}
optional = (არასავალდებულო)
yes = დიახ
no = არა

field-name = სახელი და გვარი
field-name-hint = ამ სახელს ორგანიზატორი ხედავს. საბუთთან მას არ ვადარებთ.
field-email = ელფოსტის მისამართი
field-email-hint = ამ მისამართზე მიიღებთ დასტურს და ყველა ინფორმაციას ღონისძიების შესახებ.
field-mode = როგორ მიიღებთ მონაწილეობას?
mode-online = ონლაინ
mode-online-hint = ბმულს ელფოსტით მიიღებთ.
mode-in_person = ადგილზე
field-organisation = ორგანიზაცია
field-position = თანამდებობა
field-country = ქვეყანა
field-listening = რომელ ენაზე მოუსმენთ?
field-listening-hint = ამ ენებს შორის თარგმანი უზრუნველყოფილია.
field-session = რომელ სესიებს დაესწრებით?
field-code = კოდი
field-code-hint = კოდი თქვენს მოსაწვევშია მითითებული.
question-if = უპასუხეთ მხოლოდ იმ შემთხვევაში, თუ „{ $question }“ – „{ $answer }“.

error-prefix = შეცდომა:
error-summary = გაასწორეთ ქვემოთ მითითებული და ხელახლა გაგზავნეთ ფორმა

problem-name-missing = შეიყვანეთ სახელი და გვარი
problem-email-missing = შეიყვანეთ ელფოსტის მისამართი
problem-email-malformed = შეიყვანეთ მისამართი ასეთი სახით: name@example.org
problem-email-long = შეამოკლეთ მისამართი 254 სიმბოლომდე
problem-mode-missing = აირჩიეთ, როგორ მიიღებთ მონაწილეობას – ონლაინ თუ ადგილზე
problem-organisation-missing = შეიყვანეთ ორგანიზაცია
problem-position-missing = შეიყვანეთ თანამდებობა
problem-country-missing = შეიყვანეთ ქვეყანა
problem-listening-unknown = აირჩიეთ ჩამოთვლილი ენებიდან ერთ-ერთი
problem-session-missing = აირჩიეთ ერთი სესია მაინც
problem-session-unknown = აირჩიეთ ჩამოთვლილი სესიებიდან
problem-answer-missing = უპასუხეთ კითხვას: { $question }
problem-choice-unknown = აირჩიეთ ჩამოთვლილი პასუხებიდან: { $question }
problem-consent-missing = რეგისტრაციისთვის მონიშნეთ ეს უჯრა: { $text }
problem-code-missing = შეიყვანეთ მოსაწვევში მითითებული კოდი
problem-code-unknown = შეიყვანეთ კოდი ზუსტად ისე, როგორც მოსაწვევში წერია
problem-text-long = { $count ->
    [one] შეამოკლეთ პასუხი { $count } სიმბოლომდე
   *[other] შეამოკლეთ პასუხი { $count } სიმბოლომდე
}
problem-code-used-up = სთხოვეთ ორგანიზატორს სხვა კოდი: ეს კოდი უკვე დასაშვებმა რაოდენობამ გამოიყენა
problem-code-expired = სთხოვეთ ორგანიზატორს სხვა კოდი: ამ კოდს ვადა გაუვიდა
