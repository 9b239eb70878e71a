/* Ends a program that asks for a socket to another computer (LD_PRELOAD). The kernel does it, for every thread and
 * every child and however the call is made, so that reaching the end is proof. Needs no privileges. */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#define LOAD(what) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, what))
#define IF(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, yes, no)

__attribute__((constructor)) static void begin(void) {
    struct sock_filter steps[] = {
        LOAD(nr),
        /* io_uring opens sockets without the call below. */
        IF(SYS_io_uring_setup, 4, 0),
        IF(SYS_socket, 0, 4),
        /* Only sockets within this computer: AF_UNIX. Little-endian: the low half stands first. */
        LOAD(args[0]),
        IF(AF_UNIX, 2, 0),
        IF(AF_UNSPEC, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = {sizeof steps / sizeof *steps, steps};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter)) abort();
}
