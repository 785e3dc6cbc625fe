# Mails to those who run an event.

mail-subject-alarm = رابط المشاركة ناقص: { $title }
mail-alarm-missing = لم يُدخِل أحد بعدُ رابط المشاركة في الفعالية الآتية.
mail-alarm-due = يجب إرساله يوم { $moment }.
mail-alarm-was-due = كان يجب إرساله يوم { $moment }، ولم يصل إلى أحد بعد.
mail-alarm-waiting = { $count ->
    [zero] لا ينتظره أحد حتى الآن.
    [one] ينتظره شخص واحد.
    [two] ينتظره شخصان.
    [few] ينتظره { $count } أشخاص.
    [many] ينتظره { $count } شخصاً.
   *[other] ينتظره { $count } شخص.
}
mail-alarm-enter = أدخِل الرابط في بيانات الفعالية، فيصل إلى كل من تأكد مقعده عبر الإنترنت خلال دقيقة من موعد إرساله.
mail-footer-organiser = أرسل إليك { $site } هذه الرسالة لأن هذا العنوان هو عنوان التواصل الخاص بالفعالية.
