# What the API answers to changes of settings that it refuses.

error-sla-policy-invalid = { $field }: { $problem }. Düzəldib yenidən saxlayın.
error-sla-calendar-invalid = { $field }: { $problem }. Düzəldib yenidən saxlayın.
error-sla-calendar-unknown = { $calendar } adlı təqvim yoxdur. Mövcud olanlardan seçin.
error-sla-escalation-invalid = { $field }: { $problem }. Düzəldib yenidən saxlayın.
error-sla-escalation-unknown = Bu addım artıq yoxdur. Siyahını yenidən oxuyun.
error-ical-unreadable = Bu, təqvim faylı deyil. iCal faylı seçin: adı .ics ilə bitir.
error-ical-too-long = Bu faylda { $holidays } gündən çox var, ya da hansısa gün sonsuz təkrarlanır ({ $steps } addım yoxlanıldı). Daha kiçik fayl seçin.
error-macro-tone = { $language }: xidmətinizdə üslub şərtdir. Məsləhətlərə ({ $advice }) əməl edib yenidən saxlayın.
