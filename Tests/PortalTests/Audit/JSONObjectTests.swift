import Testing

@testable import Portal

@Suite struct JSONObjectTests {
    @Test(arguments: [
        ("a\"b\\c", #"{"x":"a\"b\\c"}"#),
        ("\n\r\t\0\u{1f}", #"{"x":"\n\u000d\u0009\u0000\u001f"}"#),
        ("\u{7f}\u{85}\u{2028}\u{2029}", #"{"x":"\u007f\u0085\u2028\u2029"}"#),
        ("é😀\u{fffd}", "{\"x\":\"é😀\u{fffd}\"}"), ("", #"{"x":""}"#),
    ])
    func `a text is written in one line and read back`(text: String, written: String) {
        let object = JSONObject(["x": text, "y": nil])
        #expect(JSONObject(["x": text]).description == written)
        #expect(JSONObject(object.description) == object)
        #expect(object["x"] == text)
        #expect(object["y"] == nil)
    }

    @Test func `an object without members is read back`() {
        #expect(JSONObject("{}") == JSONObject([]))
    }

    @Test(arguments: [
        "", "{", "{}x", "[]", #"{"x":1}"#, #"{"x":"a",}"#, #"{"x": "a"}"#, #"{"x":"\u12"}"#,
        #"{"x":"\ud800"}"#, #"{"x":"a}"#, #"{"x"}"#, #"{"x":"\u0041"}"#, #"{"x":"\"#,
    ])
    func `what is not written here is not read`(text: String) {
        #expect(JSONObject(text) == nil)
    }

    @Test func `naughty texts survive`() {
        for text in NaughtyStrings.all {
            let object = JSONObject([text: text])
            #expect(JSONObject(object.description) == object)
            #expect(!object.description.contains { $0.isNewline })
        }
    }
}
