/* What is watched, what is written down, what is refused. Part of disk.c. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { OPEN = 1, WRITE, CUT, SYNC, RENAME, UNLINK, MKDIR, SYNC_FOLDER, ACK, BLIND };
enum { CREATED = 1 };

struct head {
    uint32_t kind;
    uint32_t len;
    uint64_t file; /* the inode */
    uint64_t at;   /* offset, length, or flags */
};

struct control {
    int64_t space;     /* bytes left; below 0: as many as the disk has */
    int64_t countdown; /* the call that is refused, counted from 1; 0: none */
    int64_t number;    /* errno of that refusal */
    int64_t lasting;   /* 1: every later call is refused too */
    int64_t calls;     /* how many calls could have been refused */
    int64_t refusals;  /* how many were, for this errno */
};

enum fd_kind { OTHER = 0, FILE_IN, FOLDER_IN, ACKS };
struct fd {
    enum fd_kind kind;
    uint64_t file;
    char path[512]; /* within the folder; only for folders */
};

#define FDS 4096
static struct fd fds[FDS];
static char root[512], acks[512];
static size_t root_len;
static int record = -1;
static struct control *control;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    return found;
}

static void catch_names(void);

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("STRONGROOM_SHIM_FOLDER"), *to = getenv("STRONGROOM_SHIM_RECORD");
    const char *ack = getenv("STRONGROOM_SHIM_ACKS"), *rules = getenv("STRONGROOM_SHIM_CONTROL");
    if (!folder) return;
    root_len = strlen(folder);
    if (root_len >= sizeof root || (ack && strlen(ack) >= sizeof acks)) abort();
    strcpy(root, folder);
    if (ack) strcpy(acks, ack);
    if (to) {
        /* Out of the way of numbers that programs expect to get. */
        int low = (int)syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        record = (int)syscall(SYS_fcntl, low, F_DUPFD_CLOEXEC, 1000);
        syscall(SYS_close, low);
        if (record < 0) abort();
    }
    if (rules) {
        int fd = (int)syscall(SYS_openat, AT_FDCWD, rules, O_RDWR | O_CLOEXEC, 0);
        control = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        syscall(SYS_close, fd);
        if (control == MAP_FAILED) abort();
    }
    catch_names();
}

/* The part of a path within the folder, or NULL. */
static const char *within(const char *path) {
    if (!root_len || !path || strncmp(path, root, root_len) != 0) return NULL;
    if (path[root_len] == 0) return "";
    return path[root_len] == '/' ? path + root_len + 1 : NULL;
}

static void note(enum kind kind, uint64_t file, uint64_t at, const void *bytes, size_t len) {
    if (record < 0) return;
    struct head head = {kind, (uint32_t)len, file, at};
    struct iovec parts[2] = {{&head, sizeof head}, {(void *)bytes, len}};
    if (syscall(SYS_writev, record, parts, len ? 2 : 1) != (long)(sizeof head + len)) abort();
}

/* Whether this call is one to refuse; errno is set. */
static int refused(void) {
    if (!control) return 0;
    control->calls++;
    if (control->countdown <= 0) return 0;
    if (--control->countdown > 0) return 0;
    if (control->lasting) control->countdown = 1;
    control->refusals++;
    errno = (int)control->number;
    return 1;
}

/* How many of `growth` bytes there is space for; they are taken. */
static int64_t take_space(int64_t growth) {
    if (!control || control->space < 0 || growth <= 0) return growth;
    int64_t given = growth < control->space ? growth : control->space;
    control->space -= given;
    return given;
}

static void give_space(int64_t bytes) {
    if (control && control->space >= 0 && bytes > 0) control->space += bytes;
}

static int64_t size_at(const char *path) {
    struct stat at;
    return lstat(path, &at) == 0 && S_ISREG(at.st_mode) && at.st_nlink == 1 ? at.st_size : 0;
}
