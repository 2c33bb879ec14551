# The cabinet: what may go wrong there.

error-cabinet-link-spent = Bu keçid artıq istifadə olunub və ya 10 dəqiqədən köhnədir. Yenisi üçün bota /cabinet yazın.
error-launch-spent = Bu səhifə artıq bir dəfə açılıb. Bağlayın və söhbətdən yenidən açın.
error-launch-old = Bu səhifə çox uzun müddət açıq qalıb. Bağlayın və söhbətdən yenidən açın.
error-launch-forged = Telegram kim olduğunuzu təsdiqləmədi. Bu səhifəni botla söhbətdən açın.
error-cabinet-session-ended = Bir müddət burada olmadınız. Səhifəni söhbətdən yenidən açın.
error-ticket-ended = № { $ticket } bağlanıb. Onu yenidən açın və ya yeni sual verin.
error-reopen-too-late = № { $ticket } xeyli əvvəl bağlanıb. Yeni sual verin: o da bizə elə tez çatır.
error-rating-not-asked = № { $ticket } hazırda qiymətləndirilə bilmir.
error-time-zone-unknown = { $zone } adlı saat qurşağı yoxdur. Siyahıdan seçin.
error-chat-unknown = Telegram söhbətinizi tanımırıq. Əvvəlcə bota yazın.
error-request-key-used = Bu sözlər başqa müraciət üçün artıq göndərilib. Yenidən göndərin.
error-copy-gone = Bu surət artıq götürülə bilmir. Ayarlarda yenisini istəyin.
