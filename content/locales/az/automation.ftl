# Automation, tags and snoozing: what the API answers where it refuses.

error-automation-unknown = Belə qayda yoxdur. Siyahını yenidən oxuyun.
error-automation-changed = Bu qaydanı bu arada başqası saxlayıb. Yenidən oxuyun, sonra dəyişikliyi təkrarlayın.
error-automation-order = Qaydalar bu arada dəyişib. Siyahını yenidən oxuyun, sonra ardıcıllığı qurun.
error-too-many-tags = Müraciətdə ən çoxu { $most } etiket ola bilər. Əvvəlcə bəzilərini götürün.
error-snooze-ended = Bu müraciət bitib, ona görə təxirə salmaq olmaz. Əvvəlcə onu yenidən açın.
error-snooze-past = Bu vaxt artıq keçib. Daha sonrakı vaxtı seçin.
error-snooze-too-long = Bu, bir ildən çoxdur. Daha yaxın vaxtı seçin.
