/* Preloaded, it keeps in KEPT_IN what was flushed last of each file in KEPT_FROM: all that a disk has to show
   once its power is cut, if it is unlucky with everything that was not flushed. Where each flush IS_A_LIE, it keeps
   nothing. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void write_all(int to, const char *octets, ssize_t length)
{
    while (length > 0) {
        ssize_t written = write(to, octets, length);
        if (written <= 0)
            abort();
        octets += written;
        length -= written;
    }
}

static void keep(int file)
{
    char link[64], path[PATH_MAX], draft[PATH_MAX + 8], kept[PATH_MAX], octets[65536];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return;
    path[length] = '\0';
    if (strncmp(path, KEPT_FROM "/", sizeof KEPT_FROM) != 0)
        return;
    snprintf(kept, sizeof kept, "%s/%s", KEPT_IN, path + sizeof KEPT_FROM);
    snprintf(draft, sizeof draft, "%s.draft", kept);
    int to = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (to < 0)
        abort();
    /* By the same descriptor: to close another of this file would let go of SQLite's locks. */
    ssize_t here;
    for (off_t at = 0; (here = pread(file, octets, sizeof octets, at)) > 0; at += here)
        write_all(to, octets, here);
    close(to);
    if (rename(draft, kept) != 0)
        abort();
}

static int flush(const char *name, int file)
{
    int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int failed = next(file);
    if (!failed && !IS_A_LIE)
        keep(file);
    return failed;
}

int fsync(int file)
{
    return flush("fsync", file);
}

int fdatasync(int file)
{
    return flush("fdatasync", file);
}
