/* Names: made, changed, taken away, by whatever way a program does it. Part of disk.c. */
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <ucontext.h>

/* The one place from which names are changed for good; the kernel lets calls from here through. Aligned and shorter than
 * 256 bytes, so that its addresses differ in their low byte alone. */
__attribute__((noinline, aligned(256))) static long raw(long number, long a, long b, long c, long d, long e) {
#if defined(__x86_64__)
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    long done;
    __asm__ volatile("syscall" : "=a"(done) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
    return done;
#elif defined(__aarch64__)
    register long x8 __asm__("x8") = number, x0 __asm__("x0") = a, x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c, x3 __asm__("x3") = d, x4 __asm__("x4") = e;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4) : "memory");
    return x0;
#else
#error "the fault proofs know x86_64 and aarch64"
#endif
}

/* The same with the C library's manners. */
static int named(long number, long a, long b, long c, long d, long e) {
    long done = raw(number, a, b, c, d, e);
    if (done < 0) {
        errno = (int)-done;
        return -1;
    }
    return 0;
}

static int renamed(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    const char *a = within(from), *b = within(to);
    if (!a && !b) return named(SYS_renameat2, from_folder, (long)from, to_folder, (long)to, flags);
    pthread_mutex_lock(&lock);
    int done = -1;
    int64_t replaced = b ? size_at(to) : 0;
    if (!refused()) done = named(SYS_renameat2, from_folder, (long)from, to_folder, (long)to, flags);
    if (done == 0) {
        give_space(replaced);
        char both[1100];
        size_t first = a ? strlen(a) : 0, second = b ? strlen(b) : 0;
        /* Over the folder's edge is not something the record can say. */
        if (!a || !b || first + second + 1 > sizeof both) note(BLIND, 0, 0, "rename", 6);
        else {
            memcpy(both, a, first + 1);
            memcpy(both + first + 1, b, second);
            note(RENAME, 0, 0, both, first + 1 + second);
        }
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return renamed(a, from, b, to, 0); }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) { return renamed(a, from, b, to, flags); }

static int unlinked(int folder, const char *path, int flags) {
    const char *in = within(path);
    if (!in) return named(SYS_unlinkat, folder, (long)path, flags, 0, 0);
    pthread_mutex_lock(&lock);
    int64_t size = size_at(path);
    int done = refused() ? -1 : named(SYS_unlinkat, folder, (long)path, flags, 0, 0);
    if (done == 0) give_space(size);
    if (done == 0) note(UNLINK, 0, 0, in, strlen(in));
    pthread_mutex_unlock(&lock);
    return done;
}

int unlink(const char *path) { return unlinked(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return unlinked(folder, path, flags); }
int rmdir(const char *path) { return unlinked(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdir(const char *path, mode_t mode) {
    const char *in = within(path);
    if (!in) return REAL(mkdir)(path, mode);
    pthread_mutex_lock(&lock);
    int done = -1;
    if (!refused()) {
        if (take_space(1) < 1) errno = ENOSPC;
        else done = REAL(mkdir)(path, mode);
    }
    if (done == 0) note(MKDIR, 0, 0, in, strlen(in));
    pthread_mutex_unlock(&lock);
    return done;
}

static int linked(int a, const char *from, int b, const char *to, int flags) {
    if (within(from) || within(to)) {
        pthread_mutex_lock(&lock);
        note(BLIND, 0, 0, "link", 4);
        pthread_mutex_unlock(&lock);
    }
    return named(SYS_linkat, a, (long)from, b, (long)to, flags);
}
int link(const char *from, const char *to) { return linked(AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int a, const char *from, int b, const char *to, int flags) { return linked(a, from, b, to, flags); }

/* A call that changes a name and did not come through the functions above. */
static void caught(int signal, siginfo_t *info, void *context) {
    (void)signal;
    mcontext_t *at = &((ucontext_t *)context)->uc_mcontext;
#if defined(__x86_64__)
    greg_t *r = at->gregs;
    long a = r[REG_RDI], b = r[REG_RSI], c = r[REG_RDX], d = r[REG_R10], e = r[REG_R8];
#else
    long a = at->regs[0], b = at->regs[1], c = at->regs[2], d = at->regs[3], e = at->regs[4];
#endif
    int before = errno, done;
    switch (info->si_syscall) {
    case SYS_renameat2: done = renamed(a, (char *)b, c, (char *)d, (unsigned)e); break;
    case SYS_renameat: done = renamed(a, (char *)b, c, (char *)d, 0); break;
    case SYS_unlinkat: done = unlinked(a, (char *)b, c); break;
    case SYS_linkat: done = linked(a, (char *)b, c, (char *)d, e); break;
#ifdef SYS_rename
    case SYS_rename: done = renamed(AT_FDCWD, (char *)a, AT_FDCWD, (char *)b, 0); break;
    case SYS_unlink: done = unlinked(AT_FDCWD, (char *)a, 0); break;
    case SYS_rmdir: done = unlinked(AT_FDCWD, (char *)a, AT_REMOVEDIR); break;
    case SYS_link: done = linked(AT_FDCWD, (char *)a, AT_FDCWD, (char *)b, 0); break;
#endif
    default: abort();
    }
    long answer = done < 0 ? -errno : done;
    errno = before;
#if defined(__x86_64__)
    r[REG_RAX] = answer;
#else
    at->regs[0] = answer;
#endif
}

static void catch_names(void) {
    static const long numbers[] = {
        SYS_renameat2, SYS_renameat, SYS_unlinkat, SYS_linkat,
#ifdef SYS_rename
        SYS_rename, SYS_unlink, SYS_rmdir, SYS_link,
#endif
    };
    enum { COUNT = sizeof numbers / sizeof *numbers };
    struct sock_filter steps[COUNT + 9];
    int n = 0;
#define STEP(...) steps[n++] = (struct sock_filter)__VA_ARGS__
    STEP(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
    for (int at = 0; at < COUNT; at++) STEP(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)numbers[at], COUNT - at, 0));
    STEP(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    uint64_t mine = (uint64_t)(uintptr_t)raw;
    STEP(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, instruction_pointer) + 4));
    STEP(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(mine >> 32), 0, 3));
    STEP(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, instruction_pointer)));
    STEP(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 0xffffff00));
    STEP(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)mine, 1, 0));
    STEP(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP));
    STEP(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    struct sigaction action = {.sa_sigaction = caught, .sa_flags = SA_SIGINFO | SA_NODEFER};
    struct sock_fprog filter = {(unsigned short)n, steps};
    if (sigaction(SIGSYS, &action, NULL) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter)) abort();
}
