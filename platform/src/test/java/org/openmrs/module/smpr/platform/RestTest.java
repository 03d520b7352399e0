/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.Iterator;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.ConceptDatatype;
import org.openmrs.EncounterType;
import org.openmrs.Program;
import org.openmrs.ProgramWorkflow;
import org.openmrs.ProgramWorkflowState;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.v1_0.controller.MainResourceController;
import org.openmrs.web.test.BaseModuleWebContextSensitiveTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The REST framework as a module's tests use it; the answers are those of a running OpenMRS. */
public class RestTest extends BaseModuleWebContextSensitiveTest {
    private static final String UNKNOWN_LOCATION = "8d6c993e-c2cc-11de-8d13-0010c6dffd0f";
    private static final String TYPE = "11111111-1111-4111-8111-111111111111";

    private static final String PATIENT =
            "{\"identifiers\":[{\"identifier\":\"P-1\",\"identifierType\":\"8d79403a-c2cc-11de-8d13-0010c6dffd0f\","
                    + "\"location\":\"" + UNKNOWN_LOCATION + "\",\"preferred\":true}],"
                    + "\"person\":{\"names\":[{\"givenName\":\"An\",\"familyName\":\"Example\"}],\"gender\":\"F\"}}";

    @Autowired
    private MainResourceController controller;

    private MockMvc rest;

    @Before
    public void prepare() {
        rest = MockMvcBuilders.standaloneSetup(controller).build();
    }

    @Test
    public void shouldListByReference() throws Exception {
        ask(get("/rest/v1/location"), 200)
                .andExpect(holds("{'results':[{'uuid':'" + UNKNOWN_LOCATION
                        + "','display':'Unknown Location','links':[{'rel':'self','resourceAlias':'location'}]}]}"));
    }

    @Test
    public void shouldShowWhatIsAskedFor() throws Exception {
        ask(get("/rest/v1/location/" + UNKNOWN_LOCATION + "?v=custom:(name,parentLocation:(uuid))"), 200)
                .andExpect(holds("{'name':'Unknown Location','parentLocation':null,'resourceVersion':'2.0'}"));
        ask(get("/rest/v1/location/" + UNKNOWN_LOCATION + "?v=default"), 200)
                .andExpect(holds("{'name':'Unknown Location','parentLocation':null,'childLocations':[]}"));
    }

    @Test
    public void shouldSayWhatIsUnknown() throws Exception {
        ask(get("/rest/v1/location/nope"), 404)
                .andExpect(holds("{'error':{'message':'Object with given uuid doesn’t exist [null]'}}"));
        ask(get("/rest/v1/nope"), 404).andExpect(holds("{'error':{'rawMessage':'Unknown resource: v1/nope'}}"));
    }

    @Test
    public void shouldAskForASignInAndRefuseWithoutPrivilege() throws Exception {
        Context.logout();
        ask(get("/rest/v1/concept/nope"), 401).andExpect(header().exists("WWW-Authenticate"));
    }

    @Test
    public void shouldSayEveryFaultOfAField() throws Exception {
        ask(post("/rest/v1/encounter").content("{\"encounterDatetime\":\"2024-05-02\"}"), 400)
                .andExpect(holds(
                        "{'error':{'rawMessage':'Some required properties are missing: patient, encounterType'}}"));
        ask(
                        post("/rest/v1/encounter")
                                .content(
                                        "{\"patient\":\"nope\",\"encounterDatetime\":\"2024-05-02\",\"encounterType\":\""
                                                + type() + "\"}"),
                        400)
                .andExpect(holds(
                        "{'error':{'message':'Invalid Submission','code':'webservices.rest.error.invalid.submission',"
                                + "'globalErrors':[],'fieldErrors':{'patient':[{}]}}}"));
    }

    @Test
    public void shouldKeepAnEncounterThroughItsLife() throws Exception {
        String patient = created("patient", PATIENT);
        String encounter = created(
                "encounter",
                "{\"patient\":\"" + patient
                        + "\",\"encounterDatetime\":\"2024-05-02T10:00:00.000+0000\",\"encounterType\":\"" + type()
                        + "\"}");
        String one = "/rest/v1/encounter/" + encounter;
        ask(get("/rest/v1/encounter?patient=" + patient), 200)
                .andExpect(holds("{'results':[{'uuid':'" + encounter + "'}]}"));
        ask(delete(one + "?reason=mistake"), 204);
        ask(get(one + "?v=full"), 200).andExpect(holds("{'voided':true,'auditInfo':{'voidReason':'mistake'}}"));
        ask(post(one).content("{\"deleted\":\"false\"}"), 200).andExpect(holds("{'voided':false}"));
        ask(delete(one + "?purge=true"), 204);
        ask(get(one), 404);
    }

    @Test
    public void shouldKeepAnEnrolmentThroughItsLife() throws Exception {
        Program program = program();
        String first = stateOf(program, "Begun");
        String second = stateOf(program, "Going on");
        String patient = created("patient", PATIENT);
        String enrolling = "{\"patient\":\"" + patient + "\",\"program\":\"" + program.getUuid() + "\"";
        ask(post("/rest/v1/programenrollment").content(enrolling + "}"), 400)
                .andExpect(holds("{'error':{'rawMessage':'Some required properties are missing: dateEnrolled'}}"));
        ask(post("/rest/v1/programenrollment").content(enrolling + ",\"dateEnrolled\":\"2130-01-01\"}"), 400)
                .andExpect(holds("{'error':{'message':'Invalid Submission','fieldErrors':{'dateEnrolled':[{'code':"
                        + "'error.patientProgram.enrolledDateDateCannotBeInFuture'}]}}}"));
        String uuid = created("programenrollment", enrolling + ",\"dateEnrolled\":\"2024-01-10\"}");
        String one = "/rest/v1/programenrollment/" + uuid;
        ask(post(one).content(transition(first, "2024-01-12")), 200)
                .andExpect(holds("{'display':'Care','patient':{'uuid':'" + patient + "'},'outcome':null,"
                        + "'program':{'display':'Care','allWorkflows':[{'retired':false}]},'states':[{'state':{'uuid':'"
                        + first + "','retired':false,'concept':{'display':'Begun'}},'endDate':null,'voided':false}]}"));
        ask(post(one).content(transition(second, "2024-01-05")), 400)
                .andExpect(holds("{'error':{'rawMessage':'states on class org.openmrs.PatientProgram'}}"));
        ask(post(one).content(transition("nope", "2024-02-12")), 400);
        ask(post(one).content(transition(second, "2024-02-12")), 200);
        ask(post(one).content("{\"patient\":\"nope\"}"), 400)
                .andExpect(holds("{'error':{'rawMessage':'Some properties are not allowed to be set: patient'}}"));
        ask(post(one).content("{\"states\":[],\"dateCompleted\":\"2024-03-01\"}"), 200);
        assertEquals(
                "2024-03-01",
                Context.getProgramWorkflowService()
                        .getPatientProgramByUuid(uuid)
                        .statesInWorkflow(program.getAllWorkflows().iterator().next(), false)
                        .get(1)
                        .getEndDate()
                        .toInstant()
                        .atZone(ZoneId.systemDefault())
                        .toLocalDate()
                        .toString());
        String list = "/rest/v1/programenrollment?patient=" + patient;
        ask(get(list), 200).andExpect(holds("{'results':[{'uuid':'" + uuid + "','display':'Care'}]}"));
        ask(get("/rest/v1/programenrollment"), 400);
        ask(delete(one + "?reason=mistake"), 204);
        ask(get(one + "?v=ref"), 200).andExpect(holds("{'display':'Care','voided':true}"));
        ask(get(list), 200).andExpect(content().string("{\"results\":[]}"));
        ask(post(one).content("{\"deleted\":\"false\"}"), 200).andExpect(holds("{'voided':false}"));
        ask(delete(one + "?purge=true"), 204);
        ask(get(one), 404);
    }

    @Test
    public void shouldShowAProgramWithItsWorkflowsAndStates() throws Exception {
        Program program = program();
        String workflow = program.getAllWorkflows().iterator().next().getUuid();
        ask(get("/rest/v1/program?q=car"), 200)
                .andExpect(holds("{'results':[{'uuid':'" + program.getUuid() + "','display':'Care','name':'Care',"
                        + "'allWorkflows':[{'uuid':'" + workflow + "','concept':{'display':'Phases'},'retired':false,"
                        + "'states':[{'retired':false,'concept':{}},{}]}]}]}"));
        ask(get("/rest/v1/program/Care"), 200)
                .andExpect(
                        holds(
                                "{'uuid':'" + program.getUuid() + "','description':null,'outcomesConcept':null,"
                                        + "'concept':{'display':'Care program'},'allWorkflows':[{'description':null,'states':[{},{}]}]}"));
        ask(get("/rest/v1/workflow/" + workflow + "?v=custom:(states:(initial,terminal))"), 200)
                .andExpect(holds("{'states':[{'terminal':false},{'terminal':false}]}"));
        ask(get("/rest/v1/workflow/" + workflow + "?v=custom:(display)"), 400);
    }

    private static String transition(String state, String day) {
        return "{\"states\":[{\"state\":{\"uuid\":\"" + state + "\"},\"startDate\":\"" + day + "\"}]}";
    }

    private static String stateOf(Program program, String name) {
        return program.getAllWorkflows().iterator().next().getStateByName(name).getUuid();
    }

    private static Program program() {
        Program program = new Program("Care");
        program.setConcept(BehaviourTest.concept("Care program", ConceptDatatype.N_A_UUID));
        ProgramWorkflow workflow = new ProgramWorkflow();
        workflow.setConcept(BehaviourTest.concept("Phases", ConceptDatatype.N_A_UUID));
        for (String name : new String[] {"Begun", "Going on"}) {
            ProgramWorkflowState state = new ProgramWorkflowState();
            state.setConcept(BehaviourTest.concept(name, ConceptDatatype.N_A_UUID));
            state.setInitial(name.equals("Begun"));
            state.setTerminal(false);
            workflow.addState(state);
        }
        program.addWorkflow(workflow);
        return Context.getProgramWorkflowService().saveProgram(program);
    }

    private String type() {
        EncounterType type = Context.getEncounterService().getEncounterTypeByUuid(TYPE);
        if (type == null) {
            type = new EncounterType("Example", "Example");
            type.setUuid(TYPE);
            Context.getEncounterService().saveEncounterType(type);
        }
        return TYPE;
    }

    private String created(String resource, String body) throws Exception {
        String answer = ask(post("/rest/v1/" + resource).content(body), 201)
                .andReturn()
                .getResponse()
                .getContentAsString();
        return SimpleObject.parseJson(answer).get("uuid");
    }

    private ResultActions ask(MockHttpServletRequestBuilder request, int expected) throws Exception {
        return rest.perform(request.contentType(MediaType.APPLICATION_JSON)).andExpect(status().is(expected));
    }

    /** The answer has at least what is given here, in JSON with single quotes (and ’ for those within). */
    private static ResultMatcher holds(String expected) {
        return result -> {
            ObjectMapper json = new ObjectMapper();
            JsonNode least = json.readTree(expected.replace('\'', '"').replace('’', '\''));
            String answer = result.getResponse().getContentAsString();
            assertTrue(answer, holds(json.readTree(answer), least));
        };
    }

    private static boolean holds(JsonNode answer, JsonNode least) {
        if (answer == null || !answer.isContainerNode()) {
            return least.equals(answer);
        }
        for (Iterator<String> names = least.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!holds(answer.get(name), least.get(name))) {
                return false;
            }
        }
        for (int i = 0; i < (least.isArray() ? least.size() : 0); i++) {
            if (!holds(answer.get(i), least.get(i))) {
                return false;
            }
        }
        return true;
    }
}
