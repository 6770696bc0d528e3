import Testing

@testable import Portal

@Suite struct PageProblemTests {
    @Test func `what is wrong with a form is told, and not the rest of the page`() {
        let page = """
            <main><p>Before</p><div class="errors" role="alert"><h2>There is a problem</h2>
            <ul><li><a href="#n">Enter a name</a></li></ul></div><h1>Room</h1></main>
            """
        #expect(PageProblem.words(Array(page.utf8)) == "There is a problem; Enter a name")
    }

    @Test func `of any other page its own beginning is told`() {
        let page =
            "<header>Menu</header><main><h1>Not here</h1> <p>Look &amp; see.</p></main><p>End</p>"
        #expect(PageProblem.words(Array(page.utf8)) == "Not here Look & see.")
    }
}
