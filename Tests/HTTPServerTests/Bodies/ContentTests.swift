import Glibc
import Testing

@testable import HTTPServer

@Suite struct ContentTests {
    static let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }

    /// Content that came in pieces of `step` bytes, of which `memory` may be kept in memory.
    static func content(memory: Int, step: Int = 300) throws -> Content {
        var coming = IncomingContent(memoryLimit: memory, folder: "/tmp")
        for start in stride(from: 0, to: bytes.count, by: step) {
            try coming.append(bytes.span, start..<min(start + step, bytes.count))
            #expect(coming.extent.memory <= memory)
            #expect(coming.count == min(start + step, bytes.count))
        }
        return try coming.finish()
    }

    @Test(arguments: [(1000, true), (999, false), (100, false), (0, false)])
    func `content is the same in memory and in a file`(_ memory: Int, _ isInMemory: Bool) throws {
        let content = try Self.content(memory: memory)
        #expect(content.isInMemory == isInMemory)
        #expect(content.count == 1000)
        #expect(content.bytes == Self.bytes)
        #expect(content.withBytes { $0[999] } == Self.bytes[999])
        let part = content.part(100..<900).part(50..<60)
        #expect(part.bytes == Array(Self.bytes[150..<160]))
        #expect(content.part(1000..<1000).isEmpty)
    }

    @Test(arguments: [1, 7, 1000, 5000], [0, 1000])
    func `pieces make the whole`(_ size: Int, _ memory: Int) throws {
        var bytes: [UInt8] = []
        try Self.content(memory: memory).forEachPiece(ofAtMost: size) { piece in
            #expect((1...size).contains(piece.count))
            piece.append(0..<piece.count, to: &bytes)
        }
        #expect(bytes == Self.bytes)
    }

    @Test func `a part keeps the file alive`() throws {
        var part: Content?
        do { part = try Self.content(memory: 0).part(10..<20) }
        #expect(part?.bytes == Array(Self.bytes[10..<20]))
    }

    @Test func `a file system without unnamed files does as well`() throws {
        let file = try TemporaryFile.make(in: "/tmp", isNamed: true)
        try file.append(Self.bytes.span)
        #expect(Content(try file.mapped(1000)).bytes == Self.bytes)
    }

    @Test func `a folder that is not there is our mistake`() {
        var coming = IncomingContent(memoryLimit: 0, folder: "/nowhere")
        let error = #expect(throws: RequestError.self) {
            try coming.append(Self.bytes.span, 0..<10)
        }
        #expect(error?.status == .internalServerError)
        #expect(error?.reason.hasPrefix("content not kept: ") == true)
    }

    @Test func `a disk that is full is said to be`() throws {
        // Linux keeps a device that is always full.
        let full = TemporaryFile(
            try FileDescriptor.adopting(
                unsafe open("/dev/full", O_WRONLY | O_CLOEXEC), from: "open"))
        let error = #expect(throws: SystemError.self) { try full.append(Self.bytes.span) }
        let refusal = RequestError(keeping: try #require(error))
        #expect(refusal.status == .insufficientStorage)
    }
}
