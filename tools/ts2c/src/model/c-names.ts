/** The names that a C file can't use for its own things: C's words, and what its library and its compilers know. */

const WORDS = new Set(
  (
    "alignas alignof auto bool break case char const constexpr continue default do double else enum extern false " +
    "float for goto if inline int long nullptr register restrict return short signed sizeof static static_assert " +
    "struct switch thread_local true typedef typeof union unsigned void volatile while asm main self NULL EOF " +
    "INT64_C UINT8_MAX assert"
  ).split(" "),
);

/** What the C of a function calls itself, or a macro: nothing inside of it may have such a name. */
const CALLED = new Set(
  (
    "memcpy memmove memset memcmp memchr strlen strcmp printf puts putchar fputs fflush exit abort fabs sqrt " +
    "floor ceil trunc fmod fmin fmax isnan isinf isfinite signbit errno stdin stdout stderr unix linux index " +
    "rindex"
  ).split(" "),
);

/**
 * The functions of the headers that are included, and those that compilers know without any: as GNU's C library and
 * picolibc declare them and gcc and clang refuse them, with `-std=c11` and with `-std=gnu17`, which ESP-IDF compiles with.
 */
const FUNCTIONS = new Set(
  (
    "a64l abort abs acos acosh aligned_alloc alloca arc4random arc4random_buf arc4random_uniform asin asinh " +
    "asprintf at_quick_exit atan atan2 atanh atexit atof atoi atol basename bcmp bcopy be16toh be32toh be64toh " +
    "bsearch bzero cabs cacos cacosh calloc carg casin casinh catan catanh cbrt ccos ccosh ceil cexp cfree cimag " +
    "clearenv clearerr clearerr_unlocked clearerror clock clog close conj copysign cos cosh cpow cproj creal csin " +
    "csinh csqrt ctan ctanh ctermid dcgettext dgettext div dprintf drand48 drand48_r drem ecvt ecvt_r erand48 " +
    "erand48_r erf erfc errno execl execle execlp execv execve execvp exit exp exp10 exp2 explicit_bzero expm1 " +
    "fabs fclose fcvt fcvt_r fd_mask fd_set fdev_close fdev_setup_stream fdevopen fdim fdopen feof feof_unlocked " +
    "ferror ferror_unlocked fflush fflush_unlocked ffs fgetc fgetc_unlocked fgetpos fgets fileno fileno_unlocked " +
    "finite flockfile floor fls fma fmax fmemopen fmin fmod fopen fork fpclassify fpgetmask fpgetround " +
    "fpgetroundtoi fpgetsticky fprintf fprintf_unlocked fpsetmask fpsetround fpsetroundtoi fpsetsticky fputc " +
    "fputc_unlocked fputs fputs_unlocked fread fread_unlocked free freopen frexp fscanf fseek fseeko fsetpos " +
    "ftell ftello ftrylockfile funlockfile fwrite fwrite_unlocked gamma gamma_r gcvt getc getc_unlocked getchar " +
    "getchar_unlocked getdelim getenv getline getloadavg getpayload gets getsubopt gettext getw htobe16 htobe32 " +
    "htobe64 htole16 htole32 htole64 hypot ilogb imaxabs imaxdiv index infinity initstate initstate_r isalnum " +
    "isalpha isascii isblank iscanonical iscntrl isdigit iseqsig isfinite isgraph isgreater isgreaterequal isinf " +
    "isless islessequal islessgreater islower isnan isnormal isprint ispunct issignaling isspace issubnormal " +
    "isunordered isupper iswalnum iswalpha iswblank iswcntrl iswdigit iswgraph iswlower iswprint iswpunct " +
    "iswspace iswupper iswxdigit isxdigit iszero itoa j0 j1 jn jrand48 jrand48_r l64a labs lcong48 lcong48_r " +
    "ldexp ldiv le16toh le32toh le64toh lgamma lgamma_r lgammaf_r lgammal_r link linux llabs lldiv llrint llround " +
    "log log10 log1p log2 logb lrand48 lrand48_r lrint lround malloc math_errhandling mblen mbstowcs mbtowc " +
    "memalign memccpy memchr memcmp memcpy memmove mempcpy memset mkdtemp mkstemp mkstemps mktemp modf mrand48 " +
    "mrand48_r nan nearbyint nextafter nexttoward nrand48 nrand48_r offsetof on_exit open open_memstream pclose " +
    "perror popen posix_memalign pow pow10 printf printf_float printf_unlocked pselect putc putc_unlocked putchar " +
    "putchar_unlocked putenv puts puts_unlocked putw qecvt qecvt_r qfcvt qfcvt_r qgcvt qsort qsort_r quick_exit " +
    "rand rand_r random random_r read realloc reallocarray realpath remainder remove remquo rename renameat " +
    "rewind rindex rint round roundeven rpmatch scalb scalbln scalbn scanf seed48 seed48_r select setbuf " +
    "setbuffer setenv setlinebuf setstate setstate_r setvbuf signal signbit signgam significand sin sincos sinh " +
    "snprintf sprintf sqrt srand srand48 srand48_r srandom srandom_r sscanf stderr stdin stdout stpcpy stpncpy " +
    "strcasecmp strcasecmp_l strcat strchr strcmp strcoll strcoll_l strcpy strcspn strdup strdupa strerror " +
    "strerror_l strerror_r strfmon strfromd strfromf strfroml strlcat strlcpy strlen strlwr strncasecmp " +
    "strncasecmp_l strncat strncmp strncpy strndup strndupa strnlen strnstr strpbrk strrchr strsep strsignal " +
    "strspn strstr strtod strtof strtoimax strtoimax_l strtok strtok_r strtol strtold strtoq strtoul strtoumax " +
    "strtoumax_l strtouq strupr strxfrm strxfrm_l system tan tanh tempnam tgamma time timingsafe_bcmp " +
    "timingsafe_memcmp tmpfile tmpnam tmpnam_r toascii tolower toupper towlower towupper trunc u_char u_int " +
    "u_long u_short uint ulong ungetc unix unlink unsetenv ushort utoa va_arg va_copy va_end va_list va_start " +
    "valloc vasprintf vdprintf vfprintf vfscanf vprintf vscanf vsnprintf vsprintf vsscanf wcstoimax wcstoimax_l " +
    "wcstombs wcstoumax wcstoumax_l wctomb write y0 y1 yn"
  ).split(" "),
);

/** The types of these headers. */
const TYPES = /^(u_?)?int(_fast|_least)?(8|16|32|64|max|ptr)_t$|^pthread_\w+_t$/;
const MORE_TYPES = new Set(
  (
    "blkcnt_t blksize_t caddr_t clock_t clockid_t daddr_t dev_t div_t double_t float_t fpos_t fsblkcnt_t " +
    "fsfilcnt_t fsid_t gid_t id_t imaxdiv_t ino_t key_t ldiv_t lldiv_t locale_t loff_t max_align_t mode_t nlink_t " +
    "off_t pid_t ptrdiff_t quad_t sigset_t size_t ssize_t suseconds_t time_t timer_t u_quad_t uid_t wchar_t"
  ).split(" "),
);

/** The limits that <stdint.h> and <limits.h> have as macros, and other families of them. */
const LIMITS =
  /^(U?INT(8|16|32|64|_LEAST\d+|_FAST\d+|PTR|MAX)|S?SIZE|PTRDIFF|WCHAR|WINT|SIG_ATOMIC|S?CHAR|U?SHRT|U?L?LONG)_(MIN|MAX|C|WIDTH)$/;
const MACROS =
  /^(U?(INT|CHAR|LLONG)_(MIN|MAX)|CHAR_BIT|BUFSIZ|(PRI|SCN)[diouxX]\w*[A-Z0-9]|(FP|FD|M|SEEK|FCLASS|FLT|DBL|LDBL)_\w*[A-Z0-9]|HUGE_VAL[A-Z]*|RAND_MAX|EXIT_(SUCCESS|FAILURE)|(BIG|LITTLE|PDP)_ENDIAN|BYTE_ORDER|NAN|INFINITY|SNAN|MAXFLOAT|L_TMPNAM|TMP_MAX|FOPEN_MAX|FILENAME_MAX|MB_CUR_MAX|MATH_ERR(NO|EXCEPT)|W(NOHANG|UNTRACED|STOPPED|EXITED|CONTINUED|NOWAIT))$/;

/** Whether something that a whole C file sees can't have the name. */
export function isReserved(name: string): boolean {
  const isFunction = FUNCTIONS.has(name) || FUNCTIONS.has(name.replace(/[fl]$/, ""));
  return (
    isFunction ||
    TYPES.test(name) ||
    MORE_TYPES.has(name) ||
    LIMITS.test(name) ||
    MACROS.test(name) ||
    isReservedInside(name)
  );
}

/** Whether a variable inside of a function can't have it: C's functions may be out of sight there. */
export function isReservedInside(name: string): boolean {
  const isOurs = name.startsWith("ts_") || name.startsWith("TS_");
  return WORDS.has(name) || CALLED.has(name) || TYPES.test(name) || name === "size_t" || isOurs;
}
