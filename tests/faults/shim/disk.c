/* Stands between a program and one folder (LD_PRELOAD). It writes down, in order, everything that happens to the
 * folder's files, and can refuse: from a chosen call on, or when the space it was given is used up.
 *
 * STRONGROOM_SHIM_FOLDER   the folder, absolute
 * STRONGROOM_SHIM_RECORD   where to write the record (optional)
 * STRONGROOM_SHIM_ACKS     a file outside the folder; what is written to it goes into the record as an acknowledgement
 * STRONGROOM_SHIM_CONTROL  a file of the form of `struct control`, shared with whoever decides what is refused
 *
 * Most programs reach the system through the C library, and their calls arrive here by name. Some make calls of their
 * own; those that change names are caught by the kernel (seccomp) and handed to the same functions.
 *
 * A record is a head, then its bytes. Numbers are in the machine's own order: it is read on the same machine. */
#define _GNU_SOURCE
#include <stdarg.h>

#include "watch.h"

#include "names.h"

static struct fd *known(int fd, enum fd_kind kind) {
    return root_len && fd >= 0 && fd < FDS && fds[fd].kind == kind ? &fds[fd] : NULL;
}

static int64_t size_of(int fd) {
    struct stat at;
    return fstat(fd, &at) == 0 ? at.st_size : 0;
}

static int opened(const char *name, int folder, const char *path, int flags, mode_t mode) {
    const char *in = within(path);
    pthread_mutex_lock(&lock);
    int was_there = in && access(path, F_OK) == 0;
    int fd = -1;
    int makes = in && (flags & O_CREAT) && !was_there;
    int stop = makes && refused();
    if (!stop && makes && take_space(1) < 1) {
        errno = ENOSPC;
        stop = 1;
    }
    if (!stop) {
        int64_t cut = in && (flags & O_TRUNC) ? size_at(path) : 0;
        fd = ((int (*)(int, const char *, int, ...))real(name))(folder, path, flags, mode);
        if (fd >= 0) give_space(cut);
    }
    if (fd >= 0 && fd < FDS) {
        fds[fd].kind = OTHER;
        struct stat at;
        if (in && fstat(fd, &at) == 0) {
            fds[fd].file = at.st_ino;
            if (S_ISDIR(at.st_mode)) {
                fds[fd].kind = FOLDER_IN;
                if (strlen(in) >= sizeof fds[fd].path) abort();
                strcpy(fds[fd].path, in);
            } else {
                fds[fd].kind = FILE_IN;
                note(OPEN, at.st_ino, makes ? CREATED : 0, in, strlen(in));
                if ((flags & O_TRUNC) && was_there) note(CUT, at.st_ino, 0, NULL, 0);
            }
        } else if (acks[0] && strcmp(path, acks) == 0) {
            fds[fd].kind = ACKS;
        }
    } else if (fd >= FDS && in) {
        abort();
    }
    pthread_mutex_unlock(&lock);
    return fd;
}

#define MODE(flags, mode) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) { MODE(flags, mode) return opened("openat", AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) return opened("openat64", AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags, mode) return opened("openat", folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags, mode) return opened("openat64", folder, path, flags, mode); }

int close(int fd) {
    pthread_mutex_lock(&lock);
    if (fd >= 0 && fd < FDS) fds[fd].kind = OTHER;
    int done = REAL(close)(fd);
    pthread_mutex_unlock(&lock);
    return done;
}

/* Writing at an offset; as much as there is space for, as the kernel would. */
static ssize_t written(int fd, const void *bytes, size_t len, int64_t at, int moves) {
    pthread_mutex_lock(&lock);
    ssize_t done = -1;
    struct fd *file = known(fd, FILE_IN);
    if (moves) at = (fcntl(fd, F_GETFL) & O_APPEND) ? size_of(fd) : lseek(fd, 0, SEEK_CUR);
    if (!refused()) {
        int64_t size = size_of(fd), end = at + (int64_t)len;
        int64_t growth = end > size ? end - size : 0;
        int64_t missing = growth - take_space(growth);
        size_t fits = (int64_t)len > missing ? len - (size_t)missing : 0;
        if (fits == 0 && len > 0) {
            errno = ENOSPC;
        } else {
            done = moves ? REAL(write)(fd, bytes, fits) : REAL(pwrite)(fd, bytes, fits, at);
            if (done > 0) note(WRITE, file->file, (uint64_t)at, bytes, (size_t)done);
        }
    }
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t len) {
    if (known(fd, FILE_IN)) return written(fd, bytes, len, 0, 1);
    if (!known(fd, ACKS)) return REAL(write)(fd, bytes, len);
    pthread_mutex_lock(&lock);
    ssize_t done = REAL(write)(fd, bytes, len);
    if (done > 0) note(ACK, 0, 0, bytes, (size_t)done);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t len, off_t at) {
    return known(fd, FILE_IN) ? written(fd, bytes, len, at, 0) : REAL(pwrite)(fd, bytes, len, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t len, off64_t at) {
    return known(fd, FILE_IN) ? written(fd, bytes, len, at, 0) : REAL(pwrite64)(fd, bytes, len, at);
}

static int cut(int fd, int64_t size) {
    pthread_mutex_lock(&lock);
    int done = -1;
    int64_t growth = size - size_of(fd);
    if (!refused()) {
        if (growth > 0 && take_space(growth) < growth) {
            errno = ENOSPC;
        } else {
            done = REAL(ftruncate)(fd, size);
            if (done == 0) give_space(-growth);
            if (done == 0) note(CUT, fds[fd].file, (uint64_t)size, NULL, 0);
        }
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate(int fd, off_t size) { return known(fd, FILE_IN) ? cut(fd, size) : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return known(fd, FILE_IN) ? cut(fd, size) : REAL(ftruncate64)(fd, size); }

static int synced(int fd, int (*sync)(int)) {
    struct fd *file = known(fd, FILE_IN), *folder = known(fd, FOLDER_IN);
    if (!file && !folder) return sync(fd);
    pthread_mutex_lock(&lock);
    /* Not to the real disk: what counts is what the record says, and a thousand syncs take minutes. */
    int done = refused() ? -1 : 0;
    if (done == 0 && file) note(SYNC, file->file, 0, NULL, 0);
    if (done == 0 && folder) note(SYNC_FOLDER, folder->file, 0, folder->path, strlen(folder->path));
    pthread_mutex_unlock(&lock);
    return done;
}

int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

/* Ways of changing a file that the record has no word for: whoever reads it must not trust it. */
static void blind(int fd, const char *how) {
    if (!known(fd, FILE_IN)) return;
    pthread_mutex_lock(&lock);
    note(BLIND, fds[fd].file, 0, how, strlen(how));
    pthread_mutex_unlock(&lock);
}

void *mmap(void *at, size_t len, int prot, int flags, int fd, off_t from) {
    if ((prot & PROT_WRITE) && (flags & MAP_SHARED)) blind(fd, "mmap");
    return (void *)syscall(SYS_mmap, at, len, prot, flags, fd, from);
}
void *mmap64(void *at, size_t len, int prot, int flags, int fd, off64_t from) { return mmap(at, len, prot, flags, fd, from); }
ssize_t writev(int fd, const struct iovec *parts, int count) { blind(fd, "writev"); return REAL(writev)(fd, parts, count); }
int fallocate(int fd, int mode, off_t at, off_t len) { blind(fd, "fallocate"); return REAL(fallocate)(fd, mode, at, len); }
int posix_fallocate(int fd, off_t at, off_t len) { blind(fd, "posix_fallocate"); return REAL(posix_fallocate)(fd, at, len); }
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t len, unsigned flags) {
    blind(to, "copy_file_range");
    return REAL(copy_file_range)(from, a, to, b, len, flags);
}
