# Rates mails by SpamAssassin's own rules, without asking the network: for each file named on the command
# line a line with its score and the rules that it met.
use strict;
use warnings;
use Mail::SpamAssassin;

my $judge = Mail::SpamAssassin->new({ local_tests_only => 1, dont_copy_prefs => 1 });
$judge->compile_now(0);
for my $path (@ARGV) {
    open(my $file, '<:raw', $path) or die "$path: $!";
    local $/;
    my $mail = $judge->parse(<$file>);
    my $verdict = $judge->check($mail);
    printf "%.1f %s\n", $verdict->get_score(), $verdict->get_names_of_tests_hit();
    $verdict->finish();
    $mail->finish();
}
