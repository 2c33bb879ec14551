# Settings: queues and routing.

settings-queues = Kuyruklar ve yönlendirme
settings-queues-lead = Bir talep kuyruğunu, kuyrukta da temsilcisini nasıl bulur.
settings-queues-part = Kuyruklar
settings-queues-hint = Her kuyruk taleplerini nasıl dağıtır, ne zaman geri alır.
settings-queues-none = Henüz kuyruk yok. “seed” komutu alışılmış olanları ekler.
settings-way = Talep kime gider
# keys: settings-way-*
settings-way-pull = Temsilci sıradakini kendisi alır
settings-way-round-robin = Sırayla
settings-way-least-loaded = En az işi olana
settings-way-hint-pull = Dağıtım yok: temsilciler sıradaki talebi kendileri ister.
settings-way-hint-round-robin = En uzun süredir bekleyen temsilci sıradakini alır.
settings-way-hint-least-loaded = Açık talebi en az olan sıradakini alır.
settings-silent = Sessiz kalandan geri al
settings-silent-hint = Müşteri yanıtı bu kadar beklediğinde.
settings-silent-after = { $time } sessizlikten sonra geri
settings-offline = Yerinde olmayandan geri al
settings-offline-hint = Temsilci bu kadar çevrimdışı kaldığında.
settings-offline-after = { $time } çevrimdışından sonra geri
settings-rules = Yönlendirme kuralları
settings-rules-hint = Yukarıdan aşağıya: uyan ilk kural karar verir. Kural yoksa talep konusunun kuyruğuna gider.
settings-rules-none = Henüz kural yok: her talep konusunun kuyruğuna gider.
settings-rule = Kural
settings-rule-new = Yeni kural
settings-rule-up = Kural { $number }: yukarı
settings-rule-down = Kural { $number }: aşağı
settings-rule-always = Her talep
settings-or = veya
# keys: settings-when-*
settings-when-any = Hepsi
settings-when-topics = Konular
settings-when-reasons = Acil sözler
settings-when-priorities = Öncelikler
settings-when-languages = Diller
settings-when-regions = Müşterilerin saat dilimleri
# keys: settings-vip-*
settings-vip-any = Herkes
settings-vip-only = Yalnız VIP
settings-vip-not = VIP olmayanlar
settings-to-queue = Nereye gider
settings-to-usual = Konusunun kuyruğuna
settings-to-priority = Öncelik
settings-to-unchanged = Değişmez
settings-to-needed = Kural bir kuyruk, bir öncelik ya da ikisini belirtir.
# keys: settings-reason-*
settings-reason-hacked = çalınmış hesap
settings-reason-fraud = dolandırıcılık
settings-reason-card-blocked = engellenmiş kart
settings-reason-payment-failed = başarısız ödeme
settings-reason-kyc = kimlik kontrolü
settings-reason-security = güvenlik
settings-reason-asked-for-person = bir insan isteyenler
settings-people = Ekip
settings-people-hint = Her arkadaşınız neleri üstlenir.
settings-serves = Kuyruklar
settings-serves-hint = Sıradaki talep bunlardan gelir.
settings-serves-all = Bütün kuyruklar
settings-speaks = Diller
settings-speaks-hint = Başka dildeki talep, varsa o dili bilene gider.
settings-speaks-all = Her dil
settings-capacity = Aynı anda açık talep
settings-capacity-hint = Kimseye bundan fazlası verilmez.
settings-shifts = Vardiyalı çalışır
settings-shifts-hint = Vardiyası dışında ona bir şey verilmez.
