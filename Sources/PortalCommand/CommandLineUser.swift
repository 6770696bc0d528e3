import Glibc

/// Who gives the command, as the machine knows them: a name, or the number of one without.
enum CommandLineUser {
    static var name: String {
        let number = getuid()
        guard let entry = unsafe getpwuid(number), let name = unsafe entry.pointee.pw_name else {
            return "user \(number)"
        }
        return unsafe String(cString: name)
    }
}
