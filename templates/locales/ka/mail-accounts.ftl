# Mails to those who work in the workspace, about their way in.

mail-subject-sign-in = თქვენი კოდი: { $site }
mail-sign-in-lead = ამ კოდით შეხვალთ იმ ბრაუზერში, რომლიდანაც ის მოითხოვეთ:
mail-sign-in-minutes = კოდის მოქმედების ვადა: { $count ->
    [one] ერთი წუთი.
   *[other] { $count } წუთი.
}
mail-sign-in-nobody = თუ კოდი არ მოგითხოვიათ, არაფრის გაკეთება არ არის საჭირო: ამ წერილის გარეშე მას ვერავინ გამოიყენებს.
mail-subject-invitation = ღონისძიებების ორგანიზება – { $organisation }
mail-invitation-lead = { $by } გიწვევთ ღონისძიებების ორგანიზებაში მონაწილეობის მისაღებად. ორგანიზაცია: { $organisation }.
mail-invitation-event = მოწვევა ეხება ამ ღონისძიებას: { $title }
mail-invitation-role = თქვენი როლი: { $role }. { $hint }.
mail-invitation-accept = მოწვევის მიღება
mail-invitation-until = მოწვევის მიღების ვადა: { $moment }.
mail-invitation-nobody = თუ არ იცით, რას ეხება ეს წერილი, არაფრის გაკეთება არ არის საჭირო.
mail-footer-account = გამომგზავნი: { $site }. ეს წერილი მიიღეთ, რადგან თქვენი მისამართი მის სამუშაო სივრცეში მიუთითეს.
