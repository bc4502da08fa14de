#include "base/reason.h"

#include <cstring>

namespace base {

const char* reason(Errno error) {
    switch (error.number) {
        case 0: return "no error";
        case E2BIG: return "argument list too long";
        case EACCES: return "access denied";
        case EADDRINUSE: return "address already used";
        case EADDRNOTAVAIL: return "address not available";
        case EAFNOSUPPORT: return "address family not supported";
        case EAGAIN: return "temporary failure";
        case EALREADY: return "operation already in progress";
        case EBADF: return "file descriptor not open";
        case EBADMSG: return "bad message type";
        case EBUSY: return "device busy";
        case ECHILD: return "no child processes";
        case ECONNABORTED: return "connection aborted";
        case ECONNREFUSED: return "connection refused";
        case ECONNRESET: return "connection reset";
        case EDEADLK: return "operation would cause deadlock";
        case EDESTADDRREQ: return "destination address required";
        case EDOM: return "input out of range";
        case EDQUOT: return "disk quota exceeded";
        case EEXIST: return "file already exists";
        case EFAULT: return "bad address";
        case EFBIG: return "file too big";
        case EHOSTDOWN: return "host down";
        case EHOSTUNREACH: return "host unreachable";
        case EIDRM: return "identifier removed";
        case EINPROGRESS: return "operation in progress";
        case EINTR: return "interrupted system call";
        case EINVAL: return "invalid argument";
        case EIO: return "input/output error";
        case EISCONN: return "already connected";
        case EISDIR: return "is a directory";
        case ELOOP: return "symbolic link loop";
        case EMFILE: return "process cannot open more files";
        case EMLINK: return "too many links";
        case EMSGSIZE: return "message too long";
        case EMULTIHOP: return "multihop attempted";
        case ENAMETOOLONG: return "file name too long";
        case ENETDOWN: return "network down";
        case ENETRESET: return "network reset";
        case ENETUNREACH: return "network unreachable";
        case ENFILE: return "system cannot open more files";
        case ENOBUFS: return "out of buffer space";
        case ENODEV: return "device does not support operation";
        case ENOENT: return "file does not exist";
        case ENOEXEC: return "exec format error";
        case ENOLCK: return "no locks available";
        case ENOLINK: return "link severed";
        case ENOMEM: return "out of memory";
        case ENOMSG: return "no message of desired type";
        case ENOPROTOOPT: return "protocol not available";
        case ENOSPC: return "out of disk space";
        case ENOSYS: return "system call not available";
        case ENOTBLK: return "not a block device";
        case ENOTCONN: return "not connected";
        case ENOTDIR: return "not a directory";
        case ENOTEMPTY: return "directory not empty";
        case ENOTSOCK: return "not a socket";
        case ENOTTY: return "not a tty";
        case ENXIO: return "device not configured";
        case EOPNOTSUPP: return "operation not supported";
        case EPERM: return "permission denied";
        case EPFNOSUPPORT: return "protocol family not supported";
        case EPIPE: return "broken pipe";
        case EPROTO: return "protocol error";
        case EPROTONOSUPPORT: return "protocol not supported";
        case EPROTOTYPE: return "incorrect protocol type";
        case ERANGE: return "output out of range";
        case EROFS: return "read-only file system";
        case ESHUTDOWN: return "socket shut down";
        case ESOCKTNOSUPPORT: return "socket type not supported";
        case ESPIPE: return "unseekable descriptor";
        case ESRCH: return "no such process";
        case ESTALE: return "stale NFS file handle";
        case ETIMEDOUT: return "timed out";
        case ETOOMANYREFS: return "too many references";
        case ETXTBSY: return "text busy";
        case EUSERS: return "too many users";
        case EXDEV: return "cross-device link";
        default: return ::strerror(error.number);
    }
}

}  // namespace base
