# Renews generated/ when the TypeScript changed, where that can be done: with Node and the npm packages. Elsewhere it is what was
# committed. Included before the components are looked for, since other TypeScript can make other files.
#
# An edit of a source lets CMake run again, and the content of the files decides: their SHA-256 is kept in the build folder.
find_program(P1_NODE node)
if(NOT P1_NODE OR NOT EXISTS "${CMAKE_SOURCE_DIR}/node_modules")
    message(STATUS "generated/ is used as it is: there is no Node, or no node_modules/ (npm ci)")
    return()
endif()

file(GLOB_RECURSE p1_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/ts/*.ts" "${CMAKE_SOURCE_DIR}/tools/ts2c/src/*.ts"
     "${CMAKE_SOURCE_DIR}/tools/page/*.ts" "${CMAKE_SOURCE_DIR}/components/p1_http/page/*")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${p1_sources})
set(p1_hashes "")
foreach(source IN LISTS p1_sources)
    file(SHA256 "${source}" hash)
    string(APPEND p1_hashes "${source} ${hash}\n")
endforeach()

set(p1_kept "${CMAKE_BINARY_DIR}/typescript.sha256")
if(EXISTS "${p1_kept}")
    file(READ "${p1_kept}" p1_before)
    if(p1_before STREQUAL p1_hashes)
        return()
    endif()
endif()
message(STATUS "Renewing generated/")
execute_process(COMMAND "${P1_NODE}" tools/setup/run.mjs tools/generate.ts
                WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" RESULT_VARIABLE p1_status)
if(NOT p1_status EQUAL 0)
    message(FATAL_ERROR "generated/ can't be made: what is above says why.")
endif()
file(WRITE "${p1_kept}" "${p1_hashes}")
