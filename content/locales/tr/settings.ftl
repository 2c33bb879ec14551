# What the API answers to changes of settings that it refuses.

error-sla-policy-invalid = { $field }: { $problem }. Düzeltip yeniden kaydedin.
error-sla-calendar-invalid = { $field }: { $problem }. Düzeltip yeniden kaydedin.
error-sla-calendar-unknown = { $calendar } adında bir takvim yok. Var olanlardan seçin.
error-sla-escalation-invalid = { $field }: { $problem }. Düzeltip yeniden kaydedin.
error-sla-escalation-unknown = Bu adım artık yok. Listeyi yeniden okuyun.
error-ical-unreadable = Bu bir takvim dosyası değil. Adı .ics ile biten bir iCal dosyası seçin.
error-ical-too-long = Bu dosyada { $holidays } günden fazlası var ya da bir gün sonsuza dek yineleniyor ({ $steps } adım denendi). Daha küçük bir dosya seçin.
error-macro-tone = { $language }: hizmetinizde üslup zorunlu. Önerilere ({ $advice }) uyup yeniden kaydedin.
