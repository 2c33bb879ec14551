# Aşağı qiymətlər və saxlanılan mesajlar haqqında API cavabları.

error-low-rating-unknown = Belə qiymət yoxdur. Siyahını yenidən oxuyun.
error-low-rating-handled = Bu qiymətlə artıq kimsə məşğul olub. Siyahını yenidən oxuyun.
error-message-not-held = Bu mesaj saxlanılmır. Yazışmanı yenidən oxuyun.
