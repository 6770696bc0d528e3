/// A parser of what strangers send, with what must hold for it whatever they send.
///
/// Each has a folder with inputs and a file with words in `Corpora`.
enum FuzzTarget: String, CaseIterable, Sendable {
    // What comes by HTTP.
    case requestParser = "RequestParser"
    case multipartForm = "MultipartForm"
    case percent = "Percent"
    case httpDate = "HTTPDate"
    case fieldValues = "FieldValues"
    case rangeRequest = "RangeRequest"
    case routing = "Routing"
    // Files of tables.
    case workbook = "Workbook"
    case written = "Written"
    case zip = "Zip"
    case xml = "XML"
    case csv = "CSV"
    // What people type and addresses say.
    case decimal = "Decimal"
    case typedNumber = "TypedNumber"
    case period = "Period"
    case day = "Day"
    case code = "Code"
    case address = "Address"
    case search = "Search"
    case pasted = "Pasted"
    case upload = "Upload"
    // What those who run a portal write, and what is kept.
    case template = "Template"
    case settings = "Settings"
    case loadFile = "LoadFile"
    case kept = "Kept"
    case fingerprint = "Fingerprint"

    /// Hands an input to the parser and demands what must hold.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .requestParser: RequestParserFuzz.run(bytes)
        case .multipartForm: MultipartFormFuzz.run(bytes)
        case .percent: PercentFuzz.run(bytes)
        case .httpDate: HTTPDateFuzz.run(bytes)
        case .fieldValues: FieldValuesFuzz.run(bytes)
        case .rangeRequest: RangeRequestFuzz.run(bytes)
        case .routing: RoutingFuzz.run(bytes)
        case .workbook: WorkbookFuzz.run(bytes)
        case .written: WrittenFuzz.run(bytes)
        case .zip: ZipFuzz.run(bytes)
        case .xml: XMLFuzz.run(bytes)
        case .csv: CSVFuzz.run(bytes)
        case .decimal: DecimalFuzz.run(bytes)
        case .typedNumber: TypedNumberFuzz.run(bytes)
        case .period: PeriodFuzz.run(bytes)
        case .day: DayFuzz.run(bytes)
        case .code: CodeFuzz.run(bytes)
        case .address: AddressFuzz.run(bytes)
        case .search: SearchFuzz.run(bytes)
        case .pasted: PastedFuzz.run(bytes)
        case .upload: UploadFuzz.run(bytes)
        case .template: TemplateFuzz.run(bytes)
        case .settings: SettingsFuzz.run(bytes)
        case .loadFile: LoadFileFuzz.run(bytes)
        case .kept: KeptFuzz.run(bytes)
        case .fingerprint: FingerprintFuzz.run(bytes)
        }
    }
}
