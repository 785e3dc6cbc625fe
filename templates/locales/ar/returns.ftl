# What came back: mail that could not be delivered, and answers of calendars.

own-undeliverable = عادت إلينا الرسائل المرسلة إلى عنوانك، فتوقفنا عن الإرسال إليه. لتصلك الرسائل المتعلقة بهذه الفعالية، اسحب تسجيلك وسجّل من جديد بعنوان آخر، أو اكتب إلى { $contact }.

mail-subject-decline_noted = هل تريد التخلي عن مقعدك؟ { $title }
mail-lead-decline_noted = أبلغنا تقويمك أنك لن تحضر. لم يتغير شيء حتى الآن، وما زال مقعدك محفوظاً لك في الفعالية الآتية:
mail-decline-withdraw = إن تعذّر عليك الحضور، فتخلَّ عن مقعدك في هذه الصفحة ليستفيد منه غيرك:
mail-decline-keep = إن كنت تريد الحضور رغم ذلك، أو لم تعتذر أصلاً، فلا داعي لأي إجراء.
