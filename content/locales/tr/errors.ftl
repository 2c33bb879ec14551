# What the API answers to a request that it refuses: what is wrong, and what to do.

# keys: error-*
error-request-invalid = { $field }: { $problem }. Düzeltip yeniden gönderin.
error-request-unreadable = İstek okunamadı. API açıklamasındaki gibi JSON gönderin.
error-request-too-large = İstek çok büyük. Bir seferde daha az gönderin.
error-request-repeated = Bu zaten gönderildi.
error-too-many-requests = Çok fazla istek var. Bir dakika bekleyip yeniden deneyin.
error-not-found = Bu adreste bir şey yok.
error-internal = Bizde bir arıza oldu. Hiçbir şey değişmedi; yeniden deneyin.
error-ticket-unknown = № { $ticket } numaralı talep yok.
error-message-unknown = Bu talepte böyle bir mesaj yok.
error-attachment-unknown = Böyle bir dosya yok.
error-file-gone = Bu dosya artık Telegram'da yok. Müşteriden yeniden göndermesini isteyin.
error-file-too-large = Dosya 20 MB'tan büyük, botlar bunu alamaz. Daha küçüğünü isteyin.
error-file-not-reachable = Dosya için Telegram'a ulaşılamadı. Yeniden deneyin.
error-permission-missing = Rolünüz buna izin vermiyor. Bir yöneticiye sorun.
error-status-not-possible =
    Talebin şimdiki durumunda ({ $status ->
        [resolved] çözüldü
        [closed] kapandı
        [clarification] müşterinin yanıtı bekleniyor
        [in_progress] işlemde
        [reopened] yeniden açıldı
       *[other] kabul edildi
    }) bu yapılamaz. Talebi yeniden açın.
error-assignee-unknown = Bu kişi artık burada çalışmıyor. Başka birini seçin.
error-staff-unknown = Bu kişi burada çalışmıyor.
error-staff-exists = Bu Telegram hesabına sahip bir çalışan zaten var.
error-role-unknown = { $role } rolü yok. Bunlardan birini seçin: { $roles }.
error-permission-not-yours = { $permission } izni sizde yok, bu yüzden onu ne verebilir ne de alabilirsiniz. Bir yöneticiye sorun.
error-admin-needs-permissions = Bu izinler admin rolünde kalır, yoksa masayı kimse yönetemez: { $permissions }.
error-role-gone = { $role } rolü yok. Listeyi yeniden okuyun.
error-admin-stays = admin rolü silinemez. Masanın ona her zaman ihtiyacı var.
error-role-in-use = { $role } rolü kullanılıyor. Önce bu roldekilere başka bir rol verin; sayıları: { $people }.
error-last-admin = Bu son yönetici. Önce başka birini yönetici yapın.
error-cursor-broken = Liste değişti. Baştan okuyun.
error-link-spent = Bu bağlantı kullanılmış ya da 10 dakikadan eski. Yenisi için bota /console yazın.
error-session-ended = Giriş yapmadınız. Giriş yapıp yeniden deneyin.
error-csrf-header-missing = x-nightdesk başlığı yok. Her değişiklikle birlikte gönderin.
error-demo-only = Bu giriş yalnızca demoda var. Bota /console yazın.
error-resend-not-needed = Bu mesaj yolda ya da ulaştı.
error-ticket-without-chat = Bu talebin yanıtlanacak bir sohbeti yok.
error-capacity-full = En fazla { $capacity } açık talebiniz olabilir. Yenisini almadan önce birini bitirin.
error-queue-unknown = { $queue } kuyruğu yok. Var olanlardan birini seçin.
error-macro-unknown = Kullanımda böyle bir makro yok. Başka birini seçin.
error-macro-changed = Bu makroyu bu arada başkası kaydetti. Yeniden okuyun, sonra değişikliği tekrarlayın.
error-macro-missing = Bunun henüz değeri yok: { $names }. Doldurun ya da başka bir makro seçin.
error-topic-unknown = { $topic } konusu yok. Var olan birini seçin.
error-variable-unknown = { $language }: { $name } adında bir şey yok. Metinlerde şunlar olabilir: { $names }.
error-template-broken = { $language }: metin okunamıyor ({ $problem }). Yerini düzeltip yeniden kaydedin.
error-template-braces = { $language }: müşteri süslü parantez görürdü. Adları çift süslü parantez içinde yazın, başka bir şeyi yazmayın.
error-template-hole = { $language }: bir değer boş kalırdı. Ona sözcük verin ya da bir koşulun içine koyun.
error-template-empty = { $language }: metinden hiçbir şey kalmazdı. Her zaman kalan sözcükler ekleyin.
error-template-too-long = { $language }: metin { $most } karakterden uzun. Kısaltın.
error-incident-unknown = { $incident } numaralı olay yok. Listeyi yeniden okuyun.
error-incident-over = Bu olay bitti. Geri geldiyse yenisini bildirin.
error-incident-without-words = En az bir dilde yazın.
