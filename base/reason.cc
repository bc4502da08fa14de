#include "base/reason.h"

#include <cstring>

namespace base {
namespace {

struct Row {
    int number;
    std::string_view name;
    const char* reason;
};

constexpr Row rows[] = {
    {0, "none", "no error"},
    {E2BIG, "E2BIG", "argument list too long"},
    {EACCES, "EACCES", "access denied"},
    {EADDRINUSE, "EADDRINUSE", "address already used"},
    {EADDRNOTAVAIL, "EADDRNOTAVAIL", "address not available"},
    {EAFNOSUPPORT, "EAFNOSUPPORT", "address family not supported"},
    {EAGAIN, "EAGAIN", "temporary failure"},
    {EALREADY, "EALREADY", "operation already in progress"},
    {EBADF, "EBADF", "file descriptor not open"},
    {EBADMSG, "EBADMSG", "bad message type"},
    {EBUSY, "EBUSY", "device busy"},
    {ECHILD, "ECHILD", "no child processes"},
    {ECONNABORTED, "ECONNABORTED", "connection aborted"},
    {ECONNREFUSED, "ECONNREFUSED", "connection refused"},
    {ECONNRESET, "ECONNRESET", "connection reset"},
    {EDEADLK, "EDEADLK", "operation would cause deadlock"},
    {EDESTADDRREQ, "EDESTADDRREQ", "destination address required"},
    {EDOM, "EDOM", "input out of range"},
    {EDQUOT, "EDQUOT", "disk quota exceeded"},
    {EEXIST, "EEXIST", "file already exists"},
    {EFAULT, "EFAULT", "bad address"},
    {EFBIG, "EFBIG", "file too big"},
    {EHOSTDOWN, "EHOSTDOWN", "host down"},
    {EHOSTUNREACH, "EHOSTUNREACH", "host unreachable"},
    {EIDRM, "EIDRM", "identifier removed"},
    {EINPROGRESS, "EINPROGRESS", "operation in progress"},
    {EINTR, "EINTR", "interrupted system call"},
    {EINVAL, "EINVAL", "invalid argument"},
    {EIO, "EIO", "input/output error"},
    {EISCONN, "EISCONN", "already connected"},
    {EISDIR, "EISDIR", "is a directory"},
    {ELOOP, "ELOOP", "symbolic link loop"},
    {EMFILE, "EMFILE", "process cannot open more files"},
    {EMLINK, "EMLINK", "too many links"},
    {EMSGSIZE, "EMSGSIZE", "message too long"},
    {EMULTIHOP, "EMULTIHOP", "multihop attempted"},
    {ENAMETOOLONG, "ENAMETOOLONG", "file name too long"},
    {ENETDOWN, "ENETDOWN", "network down"},
    {ENETRESET, "ENETRESET", "network reset"},
    {ENETUNREACH, "ENETUNREACH", "network unreachable"},
    {ENFILE, "ENFILE", "system cannot open more files"},
    {ENOBUFS, "ENOBUFS", "out of buffer space"},
    {ENODEV, "ENODEV", "device does not support operation"},
    {ENOENT, "ENOENT", "file does not exist"},
    {ENOEXEC, "ENOEXEC", "exec format error"},
    {ENOLCK, "ENOLCK", "no locks available"},
    {ENOLINK, "ENOLINK", "link severed"},
    {ENOMEM, "ENOMEM", "out of memory"},
    {ENOMSG, "ENOMSG", "no message of desired type"},
    {ENOPROTOOPT, "ENOPROTOOPT", "protocol not available"},
    {ENOSPC, "ENOSPC", "out of disk space"},
    {ENOSYS, "ENOSYS", "system call not available"},
    {ENOTBLK, "ENOTBLK", "not a block device"},
    {ENOTCONN, "ENOTCONN", "not connected"},
    {ENOTDIR, "ENOTDIR", "not a directory"},
    {ENOTEMPTY, "ENOTEMPTY", "directory not empty"},
    {ENOTSOCK, "ENOTSOCK", "not a socket"},
    {ENOTTY, "ENOTTY", "not a tty"},
    {ENXIO, "ENXIO", "device not configured"},
    {EOPNOTSUPP, "EOPNOTSUPP", "operation not supported"},
    {EPERM, "EPERM", "permission denied"},
    {EPFNOSUPPORT, "EPFNOSUPPORT", "protocol family not supported"},
    {EPIPE, "EPIPE", "broken pipe"},
    {EPROTO, "EPROTO", "protocol error"},
    {EPROTONOSUPPORT, "EPROTONOSUPPORT", "protocol not supported"},
    {EPROTOTYPE, "EPROTOTYPE", "incorrect protocol type"},
    {ERANGE, "ERANGE", "output out of range"},
    {EROFS, "EROFS", "read-only file system"},
    {ESHUTDOWN, "ESHUTDOWN", "socket shut down"},
    {ESOCKTNOSUPPORT, "ESOCKTNOSUPPORT", "socket type not supported"},
    {ESPIPE, "ESPIPE", "unseekable descriptor"},
    {ESRCH, "ESRCH", "no such process"},
    {ESTALE, "ESTALE", "stale NFS file handle"},
    {ETIMEDOUT, "ETIMEDOUT", "timed out"},
    {ETOOMANYREFS, "ETOOMANYREFS", "too many references"},
    {ETXTBSY, "ETXTBSY", "text busy"},
    {EUSERS, "EUSERS", "too many users"},
    {EXDEV, "EXDEV", "cross-device link"},
};

}  // namespace

const char* reason(Errno error) {
    for (const auto& row : rows)
        if (row.number == error.number) return row.reason;
    return ::strerror(error.number);
}

Text<24> name(Errno error) {
    for (const auto& row : rows)
        if (row.number == error.number) return Text<24>(row.name);
    return Text<24>(error.number);
}

Errno errno_named(std::string_view name) {
    for (const auto& row : rows)
        if (row.name == name) return {row.number};
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return {number};
}

}  // namespace base
