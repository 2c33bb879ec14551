# Automation, tags and snoozing: what the API answers where it refuses.

error-automation-unknown = Böyle bir kural yok. Listeyi yeniden okuyun.
error-automation-changed = Bu kuralı bu arada başkası kaydetti. Yeniden okuyun, sonra değişikliği tekrarlayın.
error-automation-order = Kurallar bu arada değişti. Listeyi yeniden okuyun, sonra sırayı belirleyin.
error-too-many-tags = Bir talepte en çok { $most } etiket olabilir. Önce bazılarını kaldırın.
error-snooze-ended = Bu talep sona erdi, ertelenemez. Önce yeniden açın.
error-snooze-past = Bu zaman geçti. Daha sonrasını seçin.
error-snooze-too-long = Bu bir yıldan uzun. Daha yakın bir zaman seçin.
