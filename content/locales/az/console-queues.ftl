# Settings: queues and routing.

settings-queues = Növbələr və yönləndirmə
settings-queues-lead = Müraciət növbəsini, növbə isə əməkdaşını necə tapır.
settings-queues-part = Növbələr
settings-queues-hint = Hər növbə müraciətləri necə paylayır və nə vaxt geri götürür.
settings-queues-none = Hələ növbə yoxdur. “seed” əmri adi növbələri əlavə edir.
settings-way = Müraciət kimə düşür
# keys: settings-way-*
settings-way-pull = Əməkdaş növbətini özü götürür
settings-way-round-robin = Növbə ilə
settings-way-least-loaded = Ən az işi olana
settings-way-hint-pull = Heç nə paylanmır: əməkdaşlar növbəti müraciəti özləri istəyir.
settings-way-hint-round-robin = Ən çox gözləyən əməkdaş növbəti müraciəti alır.
settings-way-hint-least-loaded = Açıq müraciəti ən az olan növbətini alır.
settings-silent = Susan əməkdaşdan geri götür
settings-silent-hint = Müştəri cavabı bu qədər gözləyəndə.
settings-silent-after = { $time } susandan sonra geri
settings-offline = Yerində olmayandan geri götür
settings-offline-hint = Əməkdaş bu qədər oflayn olanda.
settings-offline-after = { $time } oflayndan sonra geri
settings-rules = Yönləndirmə qaydaları
settings-rules-hint = Yuxarıdan aşağı: uyğun gələn ilk qayda həll edir. Qayda yoxdursa, müraciət mövzusunun növbəsinə gedir.
settings-rules-none = Hələ qayda yoxdur: hər müraciət mövzusunun növbəsinə gedir.
settings-rule = Qayda
settings-rule-new = Yeni qayda
settings-rule-up = { $number }-ci qayda: yuxarı
settings-rule-down = { $number }-ci qayda: aşağı
settings-rule-always = Hər müraciət
settings-or = və ya
# keys: settings-when-*
settings-when-any = Hamısı
settings-when-topics = Mövzular
settings-when-reasons = Təcili sözlər
settings-when-priorities = Prioritetlər
settings-when-languages = Dillər
settings-when-regions = Müştərilərin saat qurşaqları
# keys: settings-vip-*
settings-vip-any = Hamı
settings-vip-only = Yalnız VIP
settings-vip-not = VIP olmayanlar
settings-to-queue = Hara gedir
settings-to-usual = Mövzusunun növbəsinə
settings-to-priority = Prioritet
settings-to-unchanged = Dəyişmir
settings-to-needed = Qayda növbə, prioritet və ya hər ikisini göstərməlidir.
# keys: settings-reason-*
settings-reason-hacked = oğurlanmış hesab
settings-reason-fraud = dələduzluq
settings-reason-card-blocked = bloklanmış kart
settings-reason-payment-failed = alınmayan ödəniş
settings-reason-kyc = şəxsiyyətin yoxlanması
settings-reason-security = təhlükəsizlik
settings-reason-asked-for-person = əməkdaş istəyənlər
settings-people = Əməkdaşlar
settings-people-hint = Hər həmkarınız nəyi öz üzərinə götürür.
settings-serves = Növbələr
settings-serves-hint = Növbəti müraciət bunlardan gəlir.
settings-serves-all = Bütün növbələr
settings-speaks = Dillər
settings-speaks-hint = Başqa dildəki müraciət, mümkünsə, həmin dili bilənə gedir.
settings-speaks-all = İstənilən dil
settings-capacity = Eyni anda açıq müraciətlər
settings-capacity-hint = Heç kimə bundan çox verilmir.
settings-shifts = Növbəli iş rejimi
settings-shifts-hint = İş saatlarından kənarda ona heç nə verilmir.
