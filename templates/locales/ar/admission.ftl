# عروض لمن هم على قائمة الانتظار.

mail-subject-offer = حُجز لك مقعد: { $title }
mail-lead-offer = أنت على قائمة الانتظار وقد شغر مقعد، وهو محجوز لك إلى أن تجيب:
mail-offer-until = اقبله قبل { $moment }.
mail-offer-button = القبول أو الاعتذار
mail-offer-open = اقبله أو اعتذر عنه هنا:
mail-offer-ends = إن لم تُجب حتى ذلك الحين، حصل من يليك في القائمة على المقعد وخرجت أنت منها. يمكنك التسجيل من جديد ما دام باب التسجيل مفتوحاً.
goes-out-offer = عرض مقعد
registration-mail-offer = عرض مقعد
registration-deed-offered = عُرض عليه مقعد
registration-deed-offer_taken = قبِل العرض
registration-deed-offer_expired = انقضى العرض من دون جواب
log-did-offered = عرض مقعداً شاغراً على شخص من قائمة الانتظار
log-did-offer_taken = قبِل المقعد المعروض
log-did-offer_expired = أنهى عرضاً لم يقبله أحد
own-offer-title = مقعد محجوز لك
own-offer-text = المقعد لك إن قبلته قبل { $moment }، وإلا حصل عليه من يليك في القائمة.
own-offer-take = قبول المقعد
own-place-in-line = { $count ->
    [zero] أنت التالي في القائمة.
    [one] أنت التالي في القائمة.
    [two] ترتيبك الثاني في القائمة.
    [few] ترتيبك { $count } في القائمة.
    [many] ترتيبك { $count } في القائمة.
   *[other] ترتيبك { $count } في القائمة.
}
edit-offers = مدة عرض المقعد الشاغر
edit-offers-hint = إن تُركت فارغة حصل عليه التالي في قائمة الانتظار فوراً. وإلا حُجز له تلك المدة، مثل 12h أو 2d، إلى أن يقبله، ولا يتجاوز ذلك ساعة قبل البدء.
edit-offers-until = آخر دقيقة لقبول العرض
flaw-malformed-offers = أدخل مدة بين 15m و14d، مثل 12h

# مسجّل عبر الإنترنت وعلى قائمة انتظار القاعة.

button-meanwhile-online = المشاركة عبر الإنترنت إلى أن يشغر مقعد في القاعة
mail-waits-for-room = أنت أيضاً على قائمة انتظار القاعة. حين يشغر مقعد فيها يصبح لك وتصلك رسالة أخرى.
own-line-title = أنت بانتظار مقعد في القاعة
own-line-text = حتى ذلك الحين أنت مسجّل عبر الإنترنت. حين يشغر مقعد في القاعة يصبح لك.
own-line-leave = الخروج من قائمة الانتظار والبقاء عبر الإنترنت
log-did-left_line = خرج من قائمة انتظار
registration-deed-left_line = خرج من قائمة انتظار

# عدة أشخاص على عنوان واحد، ومن يُدعون إلى الحضور.

mail-known-further = طلب أحدهم بعنوانك مقعداً لشخص آخر أيضاً. إن كنت أنت من طلبه فأكّد ذلك في الصفحة أدناه ليُسجَّل ذلك الشخص. وإن لم تكن أنت فلا حاجة إلى أي إجراء.
own-companion-title = طُلب مقعد باسم { $name }
own-companion-text = طُلب هذا المقعد بعنوانك. إن أكّدته وصلت رسائل هذا الشخص إلى عنوانك أيضاً.
own-companion-bring = تسجيل هذا الشخص
own-companion-dismiss = لم أطلب ذلك
session-clashes = في الوقت نفسه: { $sessions }
log-did-companion_dismissed = لم يقصد مقعداً ثانياً
registration-deed-companion_dismissed = لم يقصد مقعداً ثانياً
mail-subject-guest = أنت مدعو: { $title }
mail-lead-guest = يسعدنا حضورك معنا، وقد أبقينا باب التسجيل مفتوحاً لك في:
mail-guest-button = التسجيل
mail-guest-register = سجّل هنا:
mail-guest-until = سجّل قبل { $moment }.
mail-guest-personal = هذا الرابط لعنوانك وحدك. إن لم يكن الأمر يهمّك فلا حاجة إلى أي إجراء.
mail-footer-guest = أرسل { $site } هذه الرسالة لأن منظّم الفعالية أدخل هذا العنوان.
mail-kind-guest_invitation = دعوة إلى التسجيل
invite-title = دعوة أشخاص
invite-lead = تصل إلى كل منهم رسالة فيها رابط خاص به يسجّل عنوانه حتى حيث لا يُسمح إلا للمدعوين. ويسري عليهم أيضاً موعد الإغلاق وعدد المقاعد والموافقة.
invite-addresses = عناوين البريد الإلكتروني
invite-addresses-hint = عنوان في كل سطر، أو مفصولة بفواصل، وبحد أقصى 200 دفعة واحدة. من دُعي سابقاً ولم يسجّل تُرسل إليه الدعوة من جديد.
invite-submit = إرسال الدعوات
invite-bad = هذا ليس عنوان بريد إلكتروني: { $word }
invite-many = أدخل { $most } عنوان على الأكثر دفعة واحدة
invite-none = أدخل عنوان بريد إلكتروني واحداً على الأقل
invite-closed = انشر الفعالية وادعُ الأشخاص قبل إغلاق باب التسجيل
invite-asked = من تمت دعوتهم
invite-when = آخر دعوة
invite-answer = الجواب
invite-registered = سجّل
invite-no-answer = لا جواب بعد
invite-take-back = سحب الدعوة
done-guests-invited = { $n ->
    [zero] لم تُرسل أي دعوة.
    [one] دعوة واحدة في طريقها.
    [two] دعوتان في طريقهما.
    [few] { $n } دعوات في طريقها.
    [many] { $n } دعوة في طريقها.
   *[other] { $n } دعوة في طريقها.
}
done-guest-uninvited = سُحبت الدعوة: لم يعد رابطها يؤدي إلى شيء.
log-did-guests_invited = دعا أشخاصاً إلى التسجيل
log-did-guest_uninvited = سحب دعوة إلى التسجيل
